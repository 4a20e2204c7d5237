import { CELL_SHOWN } from './cell-shown.js'
import { type Mapping, type NameRules, narrowName, type PrintedName, wideName } from './name.js'

/** How the rows of a dialect show the kernel's mappings. */
export interface Shown {
  /** The columns beside start, end and perms: none, offset and device, or all that smaps has. */
  readonly columns: 'none' | 'offset' | 'smaps'
  /** The counters that it shows by name, each the sum of those of the kernel's that it is made of; all, for `smaps`. */
  readonly sums: Readonly<Record<string, readonly string[]>>
  /** Whose names these are: of one family, what one dialect makes up another makes up alike. */
  readonly name: (mapping: Mapping, rules: NameRules) => PrintedName
  /** True when bytes of a name that cannot be printed print as `?`. */
  readonly cleans: boolean
  /** Where the whole path does not depend on -p. */
  readonly wholePath?: boolean
  /** True where a name ends at its first blank. */
  readonly cutsAtBlank?: boolean
  /** True where mappings of less than a kilobyte have no row. */
  readonly skipsEmpty?: boolean
  /** How many bytes of a line of maps it reads; 1,023 where it does not say. */
  readonly lineBytes?: number
}

/** Rss, and the two kinds of dirty memory as one. */
const RSS_DIRTY = { Rss: ['Rss'], Dirty: ['Shared_Dirty', 'Private_Dirty'] }

/** Before 3.3.4 `fgets` reads 9,599 bytes of a line. */
const OLDER = { lineBytes: 9599 }

const NARROW: Shown = { columns: 'none', sums: {}, name: narrowName, cleans: true }
const WIDE: Shown = { columns: 'smaps', sums: {}, name: wideName, cleans: false }

/** What each dialect shows. */
export const SHOWN: Readonly<Record<string, Shown>> = {
  default: NARROW,
  x: { ...NARROW, sums: RSS_DIRTY },
  d: { ...NARROW, columns: 'offset' },
  'default-3.2': { ...NARROW, ...OLDER, wholePath: true },
  'x-3.2': { ...NARROW, ...OLDER, wholePath: false },
  'x-3.3.2': { ...NARROW, ...OLDER, sums: RSS_DIRTY, wholePath: false },
  X: WIDE,
  XX: WIDE,
  'X-3.3.4': { ...WIDE, wholePath: true },
  ...CELL_SHOWN,
}
