import type { ToolRun } from '../../arbitraries/tool-runs.js'
import type { CounterName, Region } from '../model/region.js'
import type { RegionTable } from '../model/table.js'
import { type CanonicalRegion, canonicalRegion } from './canonical-region.js'
import { isShown } from './rows-shown.js'

/** The numbers that show as 0 where the kernel does not tell them, by whose pmap it is. */
const ZEROES: readonly (readonly [dialect: RegExp, numbers: Readonly<Record<CounterName, number>>])[] = [
  [/^(?:busy|toy)box.*-x$/, { Pss: 0, Private_Dirty: 0, Swap: 0 }],
  [/^(?:open)?suse/, { Pss: 0, Swap: 0 }],
]

/** The counters that `pmap -X` leaves out and `-XX` shows. */
const UNIMPORTANT: readonly CounterName[] = [
  'KernelPageSize',
  'MMUPageSize',
  'Shared_Clean',
  'Shared_Dirty',
  'Private_Clean',
  'Private_Dirty',
  'AnonHugePages',
]

/** The title of a column that is no counter, and what of a region stands there. */
const COLUMNS: Readonly<Record<string, keyof Region>> = {
  Perm: 'perms',
  Offset: 'offset',
  Device: 'device',
  Inode: 'inode',
  Size: 'end',
  VmFlags: 'vmFlags',
  Mapping: 'pathname',
}

/** Counters without a unit. */
const PLAIN: readonly CounterName[] = ['THPeligible', 'ProtectionKey']

/** The regions that a pmap shows on a release of the kernel, in canonical JSON: of all that it knows, what it was asked to print. */
export function pmapRegions(
  table: RegionTable,
  dialect: string,
  run: ToolRun,
  kernel: string,
): readonly CanonicalRegion[] {
  const shown = [...table].filter((region) => isShown(region, dialect, { ...run, kernel }))
  return shown.map((region) => canonicalRegion(asPrinted(region, dialect, run)))
}

function asPrinted(region: Region, dialect: string, { words, settings }: ToolRun): Region {
  const [, zeroes] = ZEROES.find(([pattern]) => pattern.test(dialect)) ?? []
  if (zeroes !== undefined) return { ...region, counters: { ...zeroes, ...region.counters } }
  if (!dialect.startsWith('X')) return region
  if (settings !== undefined) return withColumns(region, settings.columns)
  const whole = dialect === 'X' ? withCounters(region, (name) => !UNIMPORTANT.includes(name)) : region
  return words.includes('-q') ? untitled(whole) : whole
}

function withCounters({ counters = {}, ...region }: Region, isWanted: (name: string) => boolean): Region {
  const wanted = Object.entries(counters).filter(([name]) => isWanted(name))
  return { ...region, counters: Object.fromEntries(wanted) }
}

function withColumns(region: Region, columns: readonly string[]): Region {
  const { counters, ...rest } = withCounters(region, (name) => columns.includes(name))
  const entries = Object.entries(rest).filter(([field]) => {
    const title = Object.keys(COLUMNS).find((one) => COLUMNS[one] === field.replace('pathnameBytes', 'pathname'))
    return title === undefined || columns.includes(title)
  })
  const hasAny = Object.keys(counters ?? {}).length > 0
  return { ...Object.fromEntries(entries), ...(hasAny ? { counters } : {}) }
}

/** Without titles the first number is the size, and the others are numbers. */
function untitled({ counters: { Size = 0, ...others } = {}, ...region }: Region): Region {
  const numbers = Object.entries(others).map(([name, value]) => String(PLAIN.includes(name) ? value : value / 1024))
  const extra = Object.fromEntries(numbers.map((number, at) => [`column ${at + 7}`, number]))
  return { ...region, counters: { Size }, extra }
}
