import type { Answer, Plan, Run } from '../../../src/adapter.js'
import { answer, refusal } from './answer.js'
import { toyboxEnd } from './end.js'

const HELP = `usage: pmap [-pqx] PID...

Report the memory map of a process or processes.

-p	Show full paths
-q	Do not show header or footer
-x	Show the extended format
`

const LETTERS = 'pqx'
const SEE = '(see "pmap --help")'

/** What toybox 0.8.9 does when its pmap is called with these words: it reads a pid as it comes to it. */
export function toyboxPlan({ words, version }: Run): Plan | Answer {
  const number = version.slice('toybox-'.length)
  const letters: string[] = []
  const operands: string[] = []
  for (const [at, word] of words.entries()) {
    if (word === '--') {
      operands.push(...words.slice(at + 1))
      break
    }
    if (word === '--help') return answer(`Toybox ${number} multicall binary (see toybox --help)\n\n${HELP}`, '', 0)
    if (word === '--version') return answer(`toybox ${number}\n`, '', 0)
    if (word.startsWith('--')) return failure(`Unknown option '${word.slice(2)}' ${SEE}`)
    if (word.length < 2 || word[0] !== '-') {
      operands.push(word)
      continue
    }
    const bad = [...word].findIndex((letter, place) => place > 0 && !LETTERS.includes(letter))
    if (bad > 0) return failure(`Unknown option '${word.slice(bad)}' ${SEE}`)
    letters.push(...word.slice(1))
  }
  if (operands.length === 0) return failure(`Needs 1 argument ${SEE}`)
  const bad = operands.findIndex((word) => pidOf(word) === undefined)
  const pids = operands.slice(0, bad < 0 ? operands.length : bad).map((word) => pidOf(word) as number)
  const complaint = bad < 0 ? '' : `pmap: not integer: ${operands[bad]}\n`
  if (pids.length === 0) return answer('', complaint, 1)
  const reads = letters.includes('x') ? 'smaps' : 'maps'
  return {
    processes: pids,
    reads,
    wants: [],
    dialect: reads === 'smaps' ? 'toybox-x' : 'toybox',
    words: [...letters.map((letter) => `-${letter}`), ...pids.map(String)],
    selects: ({ state }) => state !== 'missing',
    end: (seen) => toyboxEnd(seen, reads, complaint),
  }
}

/** The pid that a word is to toybox: as C reads numbers, in 32 bits; undefined for none. */
function pidOf(word: string): number | undefined {
  const match = /^[ \t-\r]*([+-]?)(0x[0-9a-f]+|0[0-7]*|[1-9][0-9]*|)([cbkmgtpew]?d?)[ \t-\r]*$/i.exec(word)
  if (match === null || word === '' || (match[2] === '' && word.trim() !== '')) return undefined
  const [, sign, digits = '', unit] = match
  if (unit !== '') throw refusal(`a pid with a unit, as in ${word}, is not imitated`)
  const value = BigInt(/^0[0-7]/.test(digits) ? `0o${digits.slice(1)}` : digits || '0')
  return Number(BigInt.asUintN(32, sign === '-' ? -value : value))
}

function failure(text: string): Answer {
  return answer('', `pmap: ${text}\n`, 1)
}
