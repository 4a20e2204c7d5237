import type { Region } from '../../src/model/region.js'

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const lenient = new TextDecoder('utf-8', { ignoreBOM: true })

/** Least digits of addresses, offset and device; column and least gap of names. */
type Shape = readonly [address: number, offset: number, device: number, column: number, gap: number]

/** How each dialect is spaced, where it differs from 64-bit kernels. */
const SHAPES: Readonly<Record<string, Shape>> = {
  '32bit': [8, 8, 2, 49, 2],
  'raw-32bit': [8, 8, 2, 49, 2],
  wsl1: [8, 8, 2, 65, 2],
  gvisor: [8, 8, 2, 73, 1],
  'qemu-user': [1, 8, 2, 73, 1],
  'qemu-user-7': [1, 8, 2, 73, 1],
  asterinas: [1, 8, 2, 73, 2],
  linprocfs: [16, 8, 2, 0, 5],
  netbsd: [16, 16, 2, 0, 5],
  lx: [8, 8, 2, 0, 1],
  cygwin: [8, 8, 4, 62, 3],
}
const KERNEL: Shape = [8, 8, 2, 73, 2]

/** How many blanks end a line without a name, where it is not one. */
const TAILS: Readonly<Record<string, (prefix: number) => number>> = {
  'qemu-user': () => 0,
  'qemu-user-7': (prefix) => Math.max(0, 73 - prefix),
  netbsd: () => 5,
  lx: () => 0,
  cygwin: (prefix) => Math.max(3, 62 - prefix),
}

/** The regions of a text of maps, read slowly and plainly; throws on anything that no producer of the dialect prints. */
export function referenceMaps(text: Uint8Array, dialect = '64bit'): Region[] {
  const lines = linesOf(text)
  if (!dialect.startsWith('raw')) return lines.map((line) => referenceMapsLine(line, dialect))
  // A name goes on in each line that does not begin with a range.
  const whole = lines.join('\n').split(/\n(?=[0-9a-f]+-[0-9a-f]+ )/)
  return lines.length === 0 ? [] : whole.map((line) => referenceMapsLine(line, dialect))
}

/** The region of one line, given as latin-1. */
export function referenceMapsLine(line: string, dialect = '64bit'): Region {
  if (dialect === 'moss') return mossLine(line)
  const [address, offsetWidth, deviceWidth, column, gap] = SHAPES[dialect] ?? KERNEL
  const pattern = new RegExp(
    `^([0-9a-f]{${address},16})-([0-9a-f]{${address},16}) ([r-][w-][x-][psS-]) ([0-9a-f]{${offsetWidth},16}) ` +
      `([0-9a-f]{${deviceWidth},8}):([0-9a-f]{${deviceWidth},8}) (\\d+)((?: .*)?)$`,
    's',
  )
  const [, start, end, perms, offset, major, minor, inode, rest] = pattern.exec(line) ?? fail(line)
  const prefix = line.length - rest!.length
  const gapHere = dialect === 'linprocfs' && /^ {11}\[/.test(rest!) ? 11 : gap
  const isNamed = /[^ ]/.test(rest!)
  const nameFrom = isNamed ? Math.max(column, prefix + gapHere) : line.length
  if (/[^ ]/.test(line.slice(prefix, nameFrom))) fail(line)
  if (!isNamed && line.length !== prefix + (TAILS[dialect]?.(prefix) ?? 1)) fail(line)
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

/** A line of moss, which has no device and no inode. */
function mossLine(line: string): Region {
  const [, start, end, perms, offset, name] =
    /^([0-9a-f]+)-([0-9a-f]+) ([r-][w-][x-][psS-]) ([0-9a-f]{10,}) {20}(.*)$/s.exec(line) ?? fail(line)
  return {
    start: BigInt(`0x${start}`),
    end: BigInt(`0x${end}`),
    perms: perms!,
    offset: BigInt(`0x${offset}`),
    ...nameOf(name!),
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
  throw new Error(`no producer prints this line: ${JSON.stringify(line)}`)
}
