import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { keptVersion } from './kept-version.js'

/** How long a tool may take when nobody says, in milliseconds. */
export const TIME_LIMIT = 10_000

/** Where a tool is run: no shell, `LC_ALL=C`, an otherwise empty environment, directory `/`. */
export const SURROUNDINGS = { cwd: '/', env: { LC_ALL: 'C', PATH: '/usr/sbin:/usr/bin:/sbin:/bin' } } as const

/** How a tool is asked for its version, and how it says it. */
interface Question {
  readonly option: string
  readonly answer: RegExp
}

const VERSIONS: Readonly<Record<string, Question>> = {
  lsof: { option: '-v', answer: /revision: (\S+)/ },
  pmap: { option: '-V', answer: /(?:procps-ng |procps version )([^\s)]+)/ },
}

/** What each tool said, by its path and which file that is: of many processes each tool is asked once. */
const said: Map<string, string> = new Map()

/**
 * The version that a tool says it is of; undefined for one that says none in time. An answer this short needs nothing of the
 * library that runs tools otherwise, and loading that takes longer than the tool.
 */
export function toolVersion(
  name: string,
  path: string,
  timeLimit: number = TIME_LIMIT,
  environment: NodeJS.ProcessEnv = process.env,
): string | undefined {
  const question = VERSIONS[name]
  if (question === undefined) return undefined
  const file = fileAt(path)
  const known = file === undefined ? undefined : said.get(file)
  if (known !== undefined) return known
  const kept = keptVersion(name, path, environment)
  const version = kept.version ?? askedVersion(path, question, timeLimit)
  if (file !== undefined && version !== undefined) said.set(file, version)
  if (version !== undefined && kept.version === undefined) kept.keep(version)
  return version
}

function askedVersion(path: string, { option, answer }: Question, timeLimit: number): string | undefined {
  const { output } = spawnSync(path, [option], {
    ...SURROUNDINGS,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'latin1',
    timeout: timeLimit,
    killSignal: 'SIGKILL',
  })
  return answer.exec((output ?? []).join(''))?.[1]
}

/** Names a file so that another one in its place has another name. */
function fileAt(path: string): string | undefined {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false })
  return stat && `${path} ${stat.dev} ${stat.ino} ${stat.size} ${stat.mtimeNs} ${stat.ctimeNs}`
}
