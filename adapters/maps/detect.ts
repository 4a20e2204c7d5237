import type { Match } from '../../src/adapter.js'

const LINE = /^[0-9a-f]{8,16}-[0-9a-f]{8,16} [r-][w-][x-][psS-] [0-9a-f]{8,16} [0-9a-f]{2,}:[0-9a-f]{2,} \d+(?: |$)/
const LOOSE = /^\s*[0-9a-fA-F]+-[0-9a-fA-F]+\s+[r-][w-][x-][psS-]\S*\s+[0-9a-fA-F]+\s+[0-9a-fA-F]+:[0-9a-fA-F]+\s+\d+/

/** True for text that a kernel could have printed as a line of maps (a header of smaps is one too). */
export function looksLikeMapsLine(line: string): boolean {
  return LINE.test(line)
}

/** Says how sure the first KiB looks like maps. */
export function detectMaps(head: Uint8Array): Match | undefined {
  const lines = new TextDecoder('latin1').decode(head).split('\n')
  const first = lines.find((line) => line.trim() !== '')
  if (first === undefined) return undefined
  const second = lines[lines.indexOf(first) + 1]
  if (second !== undefined && /^[A-Za-z_]+:\s/.test(second)) return undefined
  if (LINE.test(first))
    return {
      dialect: '64bit',
      confidence: 'sure',
      because: 'the first line is a range with perms, offset, device and inode',
    }
  if (LOOSE.test(first)) {
    return {
      dialect: '64bit',
      confidence: 'likely',
      because: 'the first line has the fields of maps, spaced in another way',
    }
  }
  return undefined
}
