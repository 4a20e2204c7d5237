import type { Answer, Plan, Run } from '../../../src/adapter.js'
import { isBefore } from '../../../src/model/version.js'
import { answer, refusal } from './answer.js'
import { busyboxEnd } from './end.js'
import { readWords } from './words.js'

const MOST = 0x7fffffff

/** What busybox does when its pmap is called with these words: it reads smaps in every mode, and a pid as it comes to it. */
export function busyboxPlan({ words, version }: Run): Plan | Answer {
  const { options, operands, complaint } = readWords(words, { letters: 'xq' })
  if (words[0] === '--help' || complaint !== undefined || operands.length === 0) {
    throw refusal(`busybox ${complaint ? `says "${complaint}" and ` : ''}prints its usage with the day it was built`)
  }
  const bad = operands.findIndex((word) => pidOf(word) === undefined)
  const pids = operands.slice(0, bad < 0 ? operands.length : bad).map(Number)
  const complains = bad < 0 ? undefined : complaintOf(operands[bad] as string)
  if (pids.length === 0 && complains !== undefined) return answer('', complains, 1)
  const isOld = isBefore(version.slice('busybox-'.length), '1.38.0')
  const isExtended = options.some(({ letter }) => letter === 'x')
  return {
    processes: pids,
    reads: 'smaps',
    wants: [],
    dialect: `busybox${isOld ? '-1.30' : ''}${isExtended ? '-x' : ''}`,
    words: [...options.map(({ letter }) => `-${letter}`), ...pids.map(String)],
    selects: ({ state }) => isOld || state !== 'missing',
    end: (seen) =>
      complains === undefined ? busyboxEnd(seen) : { stderr: new TextEncoder().encode(complains), exit: 1 },
  }
}

function pidOf(word: string): number | undefined {
  const pid = Number(word)
  return /^[0-9]+$/.test(word) && pid <= MOST ? pid : undefined
}

function complaintOf(word: string): string {
  // What does not fit in 32 bits is no number to it.
  if (!/^[0-9]+$/.test(word) || Number(word) > 0xffffffff) return `pmap: invalid number '${word}'\n`
  return `pmap: number ${word} is not in 0..${MOST} range\n`
}
