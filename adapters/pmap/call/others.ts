import type { Answer, Plan, Run } from '../../../src/adapter.js'
import { isBefore } from '../format/version.js'
import { answer, refusal } from './answer.js'
import { busyboxEnd, toyboxEnd } from './end.js'
import { type Grammar, readWords } from './words.js'

const COMPLAINS: Grammar['complains'] = {
  letter: (letter) => `this pmap has no option -${letter}`,
  long: (word) => `this pmap has no option ${word}`,
  argument: (letter) => `pmap -${letter} wants an argument`,
}

/** What busybox does when its pmap is called with these words; it reads smaps in every mode. */
export function busyboxPlan({ words, version }: Run): Plan | Answer {
  const { options, operands, complaint } = readWords(words, { letters: 'xq', long: {}, complains: COMPLAINS })
  if (complaint !== undefined) throw refusal(complaint)
  if (operands.length === 0) throw refusal('pmap without a pid prints its usage, which is not imitated')
  const bad = operands.find((word) => !isPid(word))
  if (bad !== undefined && bad !== operands[0])
    throw refusal(`a word that is no pid behind others, ${bad}, is not imitated`)
  if (bad !== undefined) return answer('', `pmap: invalid number '${bad}'\n`, 1)
  const isOld = isBefore(version.slice('busybox-'.length), '1.38.0')
  const isExtended = options.some(({ letter }) => letter === 'x')
  return {
    processes: operands.map(Number),
    reads: 'smaps',
    wants: [],
    dialect: `busybox${isOld ? '-1.30' : ''}${isExtended ? '-x' : ''}`,
    selects: ({ state }) => isOld || state !== 'missing',
    end: busyboxEnd,
  }
}

/** What toybox does when its pmap is called with these words. */
export function toyboxPlan({ words }: Run): Plan | Answer {
  const { options, operands, complaint } = readWords(words, { letters: 'pqx', long: {}, complains: COMPLAINS })
  if (complaint !== undefined) throw refusal(complaint)
  if (operands.length === 0) return answer('', 'pmap: Needs 1 argument (see "pmap --help")\n', 1)
  const bad = operands.find((word) => !isPid(word))
  if (bad !== undefined && bad !== operands[0])
    throw refusal(`a word that is no pid behind others, ${bad}, is not imitated`)
  if (bad !== undefined) return answer('', `pmap: not integer: ${bad}\n`, 1)
  const reads = options.some(({ letter }) => letter === 'x') ? 'smaps' : 'maps'
  return {
    processes: operands.map(Number),
    reads,
    wants: [],
    dialect: reads === 'smaps' ? 'toybox-x' : 'toybox',
    selects: ({ state }) => state !== 'missing',
    end: (seen) => toyboxEnd(seen, reads),
  }
}

function isPid(word: string): boolean {
  return /^[1-9][0-9]{0,9}$/.test(word)
}
