import type { Match } from '../../src/adapter.js'
import { beginsLikeRange, readHead } from './head.js'
import { LABEL, linesOfFirst, probe } from './probe.js'

const RANGE_AND_PERMS = /^[0-9a-f]+-[0-9a-f]+ [r=-][w=-][x=-][psSg-] [0-9a-f]+ /

const SURE = 'the first line is a range with perms, offset, device and inode'
const NO_DEVICE = 'the first line is a range with perms, an offset of ten digits, and a name'

/** Says how sure the first KiB looks like maps. */
export function detectMaps(head: Uint8Array): Match | undefined {
  const { lines, rest, isCut } = readHead(head)
  if (lines.length === 0) {
    // A name longer than the head: smaps may begin so, too.
    if (!RANGE_AND_PERMS.test(rest)) return undefined
    return { dialect: '64bit', confidence: 'possible', because: 'the first line begins with a range and perms' }
  }
  const count = linesOfFirst(lines)
  const first = probe(lines.slice(0, count))
  if (first.regions === 0 || LABEL.test(lines[count] ?? rest)) return undefined
  const { dialect } = probe(lines)
  if (lines.length === count && isCut && !beginsLikeRange(rest)) {
    return { dialect, confidence: 'possible', because: `${SURE}, and the next one is cut` }
  }
  if (first.odd > 0) {
    return { dialect, confidence: 'likely', because: 'the first line has the fields of maps, spaced in another way' }
  }
  if (probe(lines.slice(0, count + 1)).rejected > 0) {
    return { dialect, confidence: 'likely', because: `${SURE}, but the second is none` }
  }
  return { dialect, confidence: 'sure', because: dialect === 'moss' ? NO_DEVICE : SURE }
}
