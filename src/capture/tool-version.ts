import { spawnSync } from 'node:child_process'

/** How long a tool may take when nobody says, in milliseconds. */
export const TIME_LIMIT = 10_000

/** Where a tool is run: no shell, `LC_ALL=C`, an otherwise empty environment, directory `/`. */
export const SURROUNDINGS = { cwd: '/', env: { LC_ALL: 'C', PATH: '/usr/sbin:/usr/bin:/sbin:/bin' } } as const

/** How each tool is asked for its version, and how it says it. */
const VERSIONS: Readonly<Record<string, { readonly option: string; readonly answer: RegExp }>> = {
  lsof: { option: '-v', answer: /revision: (\S+)/ },
  pmap: { option: '-V', answer: /(?:procps-ng |procps version )([^\s)]+)/ },
}

/**
 * The version that a tool says it is of; undefined for one that says none in time. An answer this short needs nothing of the
 * library that runs tools otherwise, and loading that takes longer than the tool.
 */
export function toolVersion(name: string, path: string, timeLimit: number = TIME_LIMIT): string | undefined {
  const question = VERSIONS[name]
  if (question === undefined) return undefined
  const { output } = spawnSync(path, [question.option], {
    ...SURROUNDINGS,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'latin1',
    timeout: timeLimit,
    killSignal: 'SIGKILL',
  })
  return question.answer.exec((output ?? []).join(''))?.[1]
}
