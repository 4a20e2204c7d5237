import fc from 'fast-check'
import { mapsLine } from '../maps-line.js'
import type { KernelRegion } from '../region.js'
import { addressSpace } from './address-space.js'

/** Prints one region as a producer of maps does, newline included. */
export type Printer = (region: KernelRegion) => Uint8Array

/** Each producer's own format string, written down apart from the one that is tested. */
export const printers: Readonly<Record<string, Printer>> = {
  raw: (region) => mapsLine(region, 64),
  'raw-32bit': (region) => mapsLine(region, 32),
  wsl1: (region) => padded(prefix(region, 8, 8), region, 65, 1),
  gvisor: (region) => padded(prefix(region, 8, 8), region, 73, 0),
  'qemu-user': (region) => padded(prefix(region, 1, 8).trimEnd(), region, 73, 1),
  'qemu-user-7': (region) => {
    const before = prefix(region, 1, 8).trimEnd()
    return padded(region.pathname.length === 0 ? before.padEnd(73) : before, region, 73, 1)
  },
  asterinas: (region) => padded(prefix(region, 1, 8), region, 73, 1),
  linprocfs: (region) => {
    const { pathname } = region
    const gap = pathname.length === 0 ? ' ' : pathname[0] === 0x5b ? ' '.repeat(11) : ' '.repeat(5)
    return line(prefix(region, 16, 8).trimEnd() + gap, pathname)
  },
  netbsd: (region) => line(`${prefix(region, 16, 16).trimEnd()}     `, region.pathname),
  lx: (region) => line(prefix(region, 8, 8).trimEnd() + (region.pathname.length === 0 ? '' : ' '), region.pathname),
  cygwin: (region) => line(`${prefix(region, 8, 8, 4)}  `.padEnd(62), region.pathname),
  moss: (region) => {
    const { start, end, perms, offset, pathname } = region
    return line(`${hex(start, 1)}-${hex(end, 1)} ${perms} ${hex(offset, 10)}${' '.repeat(20)}`, pathname)
  },
}

/** A text of maps and the dialect that it is written in. */
export interface DialectText {
  readonly dialect: string
  readonly text: Uint8Array
}

/** What the producers of maps other than Linux print of a list of mappings. */
export const mapsInDialects: fc.Arbitrary<DialectText> = fc.constantFrom(...Object.keys(printers)).chain((dialect) =>
  fc.tuple(addressSpace(dialect === 'raw-32bit' ? 32 : 64), fc.nat({ max: 40 })).map(([regions, place]) => ({
    dialect,
    text: Buffer.concat(
      regions.map((region) =>
        (printers[dialect] as Printer)(dialect.startsWith('raw') ? broken(region, place) : region),
      ),
    ),
  })),
)

function hex(value: bigint | number, width: number): string {
  return value.toString(16).padStart(width, '0')
}

/** What stands before the blanks of the name, and one of them. */
function prefix(region: KernelRegion, address: number, offsetWidth: number, device = 2): string {
  const { start, end, perms, offset, major, minor, inode } = region
  return `${hex(start, address)}-${hex(end, address)} ${perms} ${hex(offset, offsetWidth)} ${hex(major, device)}:${hex(minor, device)} ${inode} `
}

/** The name in its column, at least so many blanks behind what comes before; nothing where there is none. */
function padded(before: string, { pathname }: KernelRegion, column: number, least: number): Uint8Array {
  return line(pathname.length === 0 ? before : before + ' '.repeat(Math.max(least, column - before.length)), pathname)
}

function line(before: string, pathname: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(before), pathname, Buffer.from('\n')])
}

/** The region with a newline in its name, unless what follows would begin like a region. */
function broken(region: KernelRegion, place: number): KernelRegion {
  const { pathname } = region
  const at = place + 1
  if (at >= pathname.length || /^[0-9a-f]+-/.test(Buffer.from(pathname.subarray(at)).toString('latin1'))) return region
  return { ...region, pathname: Buffer.concat([pathname.subarray(0, at), Buffer.from('\n'), pathname.subarray(at)]) }
}
