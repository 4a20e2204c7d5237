import type { Answer, Plan, Run } from '../../../src/adapter.js'
import { isBefore } from '../format/version.js'
import { answer, refusal } from './answer.js'
import { procpsEnd } from './end.js'
import { pidOf, withoutProc } from './pids.js'
import { type Grammar, readWords } from './words.js'

const LONG: Readonly<Record<string, string>> = {
  extended: 'x',
  device: 'd',
  quiet: 'q',
  range: 'A',
  help: 'h',
  version: 'V',
  'read-rc': 'c',
  'read-rc-from': 'C',
  'create-rc': 'n',
  'create-rc-to': 'N',
  'show-path': 'p',
}

const EXCLUSIVE = 'pmap: options -c, -C, -d, -n, -N, -x, -X are mutually exclusive\n'
const IGNORED = 'pmap: option -r is ignored as SunOS compatibility\n'
const RANGE = /^(?:0x)?[0-9a-f]*(?:,(?:0x)?[0-9a-f]*)?$/i

/** What procps and procps-ng do when they are called with these words. */
export function procpsPlan({ words, version }: Run): Plan | Answer {
  const { options, operands, complaint } = readWords(words, grammarOf(version))
  let level = 0
  let modes = ''
  let range: string | undefined
  let stderr = ''
  for (const { letter, value } of options) {
    if (letter === 'V') return answer(versionText(version), stderr, 0)
    if (letter === 'h') throw refusal('the help of pmap is not imitated')
    if ('cCnN'.includes(letter)) throw refusal(`pmap -${letter} is not imitated yet`)
    if (letter === 'r') stderr += IGNORED
    if (letter === 'X') level += 1
    if ('xdX'.includes(letter) && !modes.includes(letter)) modes += letter
    if (letter === 'A') range = value
  }
  if (complaint !== undefined) throw refusal(complaint)
  if (modes.length > 1) return answer('', `${stderr}${EXCLUSIVE}`, 1)
  if (range !== undefined && !RANGE.test(range)) {
    return answer('', `${stderr}pmap: failed to parse argument: '${range}'\n`, 1)
  }
  if (operands.length === 0) {
    if (words.length === 0) throw refusal('pmap without a pid prints its usage, which is not imitated')
    return answer('', `${stderr}pmap: argument missing\n`, 1)
  }
  const pids = pidsOf(operands)
  if (pids.length === 0) {
    const isOld = isBefore(version, '4.0.0')
    return answer('', `${stderr}${isOld ? '' : 'pmap: library failed pids statistics\n'}`, isOld ? 0 : 1)
  }
  return {
    processes: pids,
    reads: modes === 'x' || modes === 'X' ? 'smaps' : 'maps',
    wants: [],
    dialect: dialectOf(modes, level, version),
    selects: ({ state }) => state !== 'missing',
    end: (seen) => procpsEnd(seen, stderr),
  }
}

function pidsOf(operands: readonly string[]): number[] {
  const pids: number[] = []
  for (const operand of operands) {
    const [word, isPath] = withoutProc(operand)
    if (isPath && !/^[0-9]/.test(word)) continue
    const pid = pidOf(word)
    if (pid === undefined) throw refusal(`${operand} is no pid`)
    pids.push(pid)
  }
  return pids
}

function dialectOf(modes: string, level: number, version: string): string {
  const isOld = isBefore(version, '3.3.7')
  if (modes === 'X') return level > 1 ? 'XX' : 'X'
  if (modes === 'x') return isOld ? 'x-3.2' : 'x'
  if (modes === 'd') return 'd'
  return isOld ? 'default-3.2' : 'default'
}

function versionText(version: string): string {
  return isBefore(version, '3.3.0') ? `pmap (procps version ${version})\n` : `pmap from procps-ng ${version}\n`
}

function grammarOf(version: string): Grammar {
  const isOld = isBefore(version, '3.3.7')
  const hasNames = !isBefore(version, '4.0.6')
  return {
    letters: isOld ? 'xrdqA:hV' : `xXrdqA:hVcC:nN:p${hasNames ? 'k' : ''}`,
    long: hasNames ? { ...LONG, 'use-kernel-name': 'k' } : LONG,
    complains: {
      letter: (letter) => `pmap ${version} has no option -${letter}`,
      long: (word) => `pmap ${version} has no option ${word}, or it means several`,
      argument: (letter) => `pmap -${letter} wants an argument`,
    },
  }
}
