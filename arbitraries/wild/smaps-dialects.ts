import fc from 'fast-check'
import { mapsLine } from '../maps-line.js'
import type { KernelRegion } from '../region.js'
import { addressSpace } from './address-space.js'
import { type DialectText, type Printer, printers } from './maps-dialects.js'

const COUNTERS =
  'Rss Pss Pss_Dirty Pss_Anon Pss_File Pss_Shmem Shared_Clean Shared_Dirty Private_Clean Private_Dirty Swap Locked'

/** The lines below a header, as a producer prints them. */
type Below = (numbers: readonly number[], perms: string) => string

/** smaps_rollup of 6.12, cut short. */
const sums: Below = (numbers) =>
  COUNTERS.split(' ')
    .map((name, place) => `${`${name}:`.padEnd(16)}${String(numbers[place]).padStart(8)} kB\n`)
    .join('')

/** WSL 1 prints one counter. */
const pssAlone: Below = ([pss]) => `Pss:            ${String(pss).padStart(8)} kB\n`

/** qemu-user puts numbers of any width into one column, and a blank before each code instead of behind it. */
const emulated: Below = ([size], perms) =>
  `Size:                  ${Number(size) % 10} kB\nRss:                   0 kB\nTHPeligible:    0\nVmFlags:${perms.startsWith('r') ? ' rd mr' : ''}${perms[1] === 'w' ? ' wr mw' : ''}\n`

/** Where only the name tells a rollup from a mapping. */
function header(region: KernelRegion): KernelRegion {
  const constants = { perms: '---p', offset: 0n, major: 0, minor: 0, inode: 0n }
  return { ...region, ...constants, pathname: Buffer.from('[rollup]') }
}

const dialects: Readonly<Record<string, readonly [head: Printer, below: Below]>> = {
  rollup: [(region) => mapsLine(header(region), 64), sums],
  'rollup-32bit': [(region) => mapsLine(header(region), 32), sums],
  wsl1: [printers.wsl1 as Printer, pssAlone],
  'qemu-user': [printers['qemu-user'] as Printer, emulated],
}

/** smaps_rollup, and what producers other than Linux print as smaps. */
export const smapsInDialects: fc.Arbitrary<DialectText> = fc.constantFrom(...Object.keys(dialects)).chain((dialect) =>
  fc
    .tuple(
      addressSpace(dialect === 'rollup-32bit' ? 32 : 64, 4),
      fc.array(fc.nat({ max: 2 ** 31 }), { minLength: 12, maxLength: 12 }),
    )
    .map(([regions, numbers]) => {
      const [head, below] = dialects[dialect] as (typeof dialects)[string]
      const records = regions.flatMap((region) => [head(region), Buffer.from(below(numbers, region.perms))])
      return { dialect, text: Buffer.concat(records) }
    }),
)
