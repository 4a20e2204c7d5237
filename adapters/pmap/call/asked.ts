import type { Answer, Run } from '../../../src/adapter.js'
import { isBefore } from '../../../src/model/version.js'
import { answer } from './answer.js'
import { type Limits, limitsOf, NO_LIMITS } from './range-words.js'
import { usageAnswer, usageText } from './usage.js'
import { type Grammar, type Option, readWords } from './words.js'

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

const IGNORED = 'pmap: option -r is ignored as SunOS compatibility\n'

/** What the words behind a pmap of procps-ng ask for. */
export interface Asked {
  /** Each of c, C, d, n, N, x and X that was said, once. */
  readonly modes: string
  /** How often -X was said. */
  readonly level: number
  readonly isQuiet: boolean
  readonly wholePaths: boolean
  readonly kernelNames: boolean
  readonly limits: Limits
  readonly operands: readonly string[]
  /** What it has said by then. */
  readonly stderr: string
}

/** Reads the words up to the first that it answers at once. */
export function readAsked({ words, version }: Run): Asked | Answer {
  const { options, operands, complaint } = readWords(words, grammarOf(version))
  const letters = options.map(({ letter }) => letter)
  let limits = NO_LIMITS
  let stderr = ''
  for (const { letter, value } of options) {
    if (letter === 'V') return answer(`pmap from procps-ng ${version.replace('-32bit', '')}\n`, stderr, 0)
    if (letter === 'h') return answer(usageText(version), stderr, 0)
    if (letter === 'r') stderr += IGNORED
    if (letter !== 'A') continue
    const next = limitsOf(value, limits)
    if (next === undefined) return answer('', `${stderr}pmap: failed to parse argument: '${value}'\n`, 1)
    limits = next
  }
  if (complaint !== undefined) return usageAnswer(version, `${stderr}pmap: ${complaint}\n`)
  return {
    modes: [...'cCdnNxX'].filter((letter) => letters.includes(letter)).join(''),
    level: letters.filter((letter) => letter === 'X').length,
    isQuiet: letters.includes('q'),
    wholePaths: letters.includes('p'),
    kernelNames: letters.includes('k'),
    limits,
    operands,
    stderr,
  }
}

/** The file of settings that the words name; undefined where they name none, or no HOME says where it is. */
export function settingsPath({ words, version, home }: Run): string | undefined {
  const named = readWords(words, grammarOf(version)).options.filter(({ letter }) => 'cCnN'.includes(letter))
  const last = named.findLast(({ letter }: Option) => letter === 'C' || letter === 'N')
  if (last !== undefined) return last.value
  return named.length === 0 || home === undefined ? undefined : `${home}/.pmaprc`
}

function grammarOf(version: string): Grammar {
  if (isBefore(version, '4.0.6')) return { letters: 'xXrdqA:hVcC:nN:p', long: LONG }
  return { letters: 'xXrdqA:hVcC:nN:pk', long: { ...LONG, 'use-kernel-name': 'k' } }
}
