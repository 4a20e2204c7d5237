import type { Answer, Plan, Run } from '../../../src/adapter.js'
import { isBefore } from '../../../src/model/version.js'
import { complaintAbout } from '../format/gives-up.js'
import { answer, refusal } from './answer.js'
import { type Asked, readAsked, settingsPath } from './asked.js'
import { procpsEnd } from './end.js'
import { isOtherPath, pidOf } from './pids.js'
import { limitWords } from './range-words.js'
import { NEW_SETTINGS, readSettingsText } from './settings.js'
import { usageAnswer } from './usage.js'

const EXCLUSIVE = 'options -c, -C, -d, -n, -N, -x, -X are mutually exclusive'
const NO_PIDS = 'library failed pids statistics'

/** Pids that the library of procps-ng 4.0.0 to 4.0.4 takes at once. */
const MOST_PIDS = 255

/** What procps-ng 3.3.7 to 4.0.7 does when it is called with these words. */
export function procpsPlan(run: Run): Plan | Answer {
  const { version, words } = run
  if (isBefore(version, '3.3.7')) throw refusal('pmap of procps-ng 3.3.0 to 3.3.6 is not imitated')
  if (words.length === 0) return usageAnswer(version, '')
  const asked = readAsked(run)
  if ('exit' in asked) return asked
  const { modes, operands, stderr } = asked
  if (modes.length > 1) return failure(stderr, EXCLUSIVE)
  if (modes === 'n' || modes === 'N') return newSettings(run, asked)
  if (operands.length === 0) return failure(stderr, 'argument missing')
  if (modes !== 'c' && modes !== 'C') return planOf(asked, version, wordsOf(asked))
  if (modes === 'c' && run.home === undefined) return failure(stderr, 'HOME variable undefined')
  if (run.settings === undefined) return failure(stderr, `couldn't read ${modes === 'c' ? '~/.pmaprc' : 'the rc file'}`)
  const { fields, showPaths, warnings } = readSettingsText(run.settings)
  const wholePaths = asked.wholePaths !== (showPaths % 2 === 1)
  const columns = ['', ...fields].map((field) => `--fields=${field}`)
  const all = { ...asked, wholePaths, stderr: stderr + warnings }
  return planOf(all, version, [...columns, ...wordsOf(all)])
}

function planOf(asked: Asked, version: string, words: readonly string[]): Plan | Answer {
  const { operands, modes, level, stderr } = asked
  const isOld = isBefore(version, '4.0.0')
  const named = operands.filter((word) => !isOtherPath(word))
  const pids = named.map(pidOf).filter((pid) => pid !== undefined)
  if (pids.length < named.length) return usageAnswer(version, stderr)
  if (!isOld && (pids.length === 0 || (pids.length > MOST_PIDS && isBefore(version, '4.0.5')))) {
    return failure(stderr, NO_PIDS)
  }
  const dialect = modes === '' ? 'default' : modes === 'c' || modes === 'C' || level > 1 ? 'XX' : modes
  const isWide = dialect.startsWith('X')
  const source = { version, argv: ['pmap', ...words] }
  return {
    processes: pids,
    reads: modes === 'd' || modes === '' ? 'maps' : 'smaps',
    wants: [],
    dialect,
    words: [...words, ...pids.map(String)],
    selects: ({ state }) => state !== 'missing',
    end: (seen) => procpsEnd(seen, stderr, (view) => (isWide ? complaintAbout(view, { dialect, source }) : undefined)),
  }
}

/** The options in letters of their own. */
function wordsOf({ modes, level, isQuiet, wholePaths, kernelNames, limits }: Asked): string[] {
  const flags = [isQuiet ? '-q' : '', wholePaths ? '-p' : '', kernelNames ? '-k' : ''].filter((word) => word !== '')
  const mode = modes === 'X' ? Array.from({ length: level }, () => '-X') : 'xd'.includes(modes) ? [`-${modes}`] : []
  return [...(modes === '' ? [] : mode), ...flags, ...limitWords(limits)]
}

function newSettings(run: Run, { modes, isQuiet, wholePaths, operands, stderr }: Asked): Answer {
  if (isQuiet || wholePaths) return failure(stderr, 'options -p, -q are mutually exclusive with -n, -N')
  if (operands.length > 0) return failure(stderr, 'too many arguments')
  const path = settingsPath(run)
  if (path === undefined) return failure(stderr, 'HOME variable undefined')
  const [file, made] = modes === 'n' ? ['~/.pmaprc', '~/.pmaprc file'] : ['the rc file', 'rc file']
  const exists = 'pmap: the file already exists - delete or rename it first\n'
  if (run.settings !== undefined) return failure(stderr + exists, `couldn't create ${file}`)
  return {
    ...answer('', `${stderr}pmap: ${made} successfully created, feel free to edit the content\n`, 0),
    makes: {
      path,
      bytes: new TextEncoder().encode(NEW_SETTINGS),
      otherwise: failure(stderr, `couldn't create ${file}`),
    },
  }
}

function failure(stderr: string, text: string): Answer {
  return answer('', `${stderr}pmap: ${text}\n`, 1)
}
