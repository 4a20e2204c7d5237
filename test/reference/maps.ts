import type { Region } from '../../src/model/region.js'

const LINE =
  /^([0-9a-f]{8,16})-([0-9a-f]{8,16}) ([r-][w-][x-][psS-]) ([0-9a-f]{8,16}) ([0-9a-f]{2,8}):([0-9a-f]{2,8}) (\d+) (.*)$/s
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const lenient = new TextDecoder('utf-8', { ignoreBOM: true })

/** The regions of a text of maps, read slowly and plainly; throws on anything that no kernel prints. */
export function referenceMaps(text: Uint8Array, column = 73): Region[] {
  return linesOf(text).map((line) => referenceMapsLine(line, column))
}

/** The region of one line, given as latin-1. */
export function referenceMapsLine(line: string, column = 73): Region {
  const [, start, end, perms, offset, major, minor, inode, rest] = LINE.exec(line) ?? fail(line)
  const prefix = line.length - rest!.length
  const nameFrom = rest === '' ? line.length : Math.max(column, prefix + 1)
  if (rest !== '' && (/[^ ]/.test(line.slice(prefix, nameFrom)) || !/[^ ]/.test(line.slice(nameFrom)))) fail(line)
  return {
    start: BigInt(`0x${start}`),
    end: BigInt(`0x${end}`),
    perms: perms!,
    offset: BigInt(`0x${offset}`),
    device: { major: Number.parseInt(major!, 16), minor: Number.parseInt(minor!, 16) },
    inode: BigInt(inode!),
    ...nameOf(line.slice(nameFrom)),
  }
}

/** The lines of a text as latin-1; the text must end in a newline. */
export function linesOf(text: Uint8Array): string[] {
  const lines = Buffer.from(text).toString('latin1').split('\n')
  if (lines.pop() !== '') throw new Error('the text does not end in a newline')
  return lines
}

function nameOf(latin1: string): Pick<Region, 'pathname' | 'pathnameBytes'> {
  const bytes = Uint8Array.from(Buffer.from(latin1, 'latin1'))
  try {
    return { pathname: strict.decode(bytes) }
  } catch {
    return { pathname: lenient.decode(bytes), pathnameBytes: bytes }
  }
}

function fail(line: string): never {
  throw new Error(`no kernel prints this line: ${JSON.stringify(line)}`)
}
