import type { Match } from '../../src/adapter.js'
import { isSmapsField } from '../../src/kernel/smaps-fields.js'
import { readHead } from '../maps/head.js'
import { linesOfFirst, probe } from '../maps/probe.js'
import { COLUMN_64 } from '../maps/spelling.js'
import { DIALECTS } from './dialects.js'

const FIELD = /^\s*([A-Za-z][\w()-]*):\s+(?:\d+(?: kB)?\s*$|\[anon|(?:[a-z?]{2} )+)/
const ROLLUP = /^([0-9a-f]+-[0-9a-f]+ ---p 00000000 00:00 0 +)\[rollup\]$/
const RANGE_AND_PERMS = /^[0-9a-f]+-[0-9a-f]+ [r-][w-][x-][psS-] [0-9a-f]+ /

/** Says how sure the first KiB looks like smaps or smaps_rollup. */
export function detectSmaps(head: Uint8Array): Match | undefined {
  const { lines, rest, isCut } = readHead(head)
  const [header] = lines
  if (header === undefined) return beginsWithHeader(rest, isCut)
  const count = linesOfFirst(lines)
  const field = FIELD.exec(lines[count] ?? rest)?.[1]
  const { regions, odd, dialect } = probe(lines.slice(0, count))
  if (field !== undefined && regions > 0 && odd === 0) {
    const column = ROLLUP.exec(header)?.[1]?.length
    const what = column === undefined ? 'a line of maps' : 'the header of smaps_rollup'
    const known = dialect in DIALECTS ? dialect : '64bit'
    return {
      dialect: column === undefined ? known : column < COLUMN_64 ? 'rollup-32bit' : 'rollup',
      confidence: 'sure',
      because: `below ${what} stands the counter ${field}`,
    }
  }
  if (field !== undefined && regions > 0) {
    return { dialect: '64bit', confidence: 'likely', because: `below a range stands the counter ${field}` }
  }
  const counter = FIELD.exec(header)?.[1]
  if (counter !== undefined && isSmapsField(counter)) {
    return { dialect: '64bit', confidence: 'likely', because: `the text begins with the counter ${counter}` }
  }
  if (lines.length === count && isCut && regions > 0 && !/^[0-9a-f]/.test(rest)) {
    return { dialect: '64bit', confidence: 'possible', because: 'the first line is a header, the next one is cut' }
  }
  return undefined
}

/** A header longer than the head: maps may begin so, too. */
function beginsWithHeader(rest: string, isCut: boolean): Match | undefined {
  if (!isCut || !RANGE_AND_PERMS.test(rest)) return undefined
  return { dialect: '64bit', confidence: 'possible', because: 'the first line begins with a range and perms' }
}
