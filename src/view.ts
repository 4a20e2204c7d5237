import type { Device } from './model/device.js'
import type { FieldName } from './model/fields.js'
import type { Region } from './model/region.js'
import type { RegionTable } from './model/table.js'
import type { Diagnostics } from './report/diagnostic.js'

/** What kind of text a locale makes of bytes from 0x80 on: `C`, or any whose LC_CTYPE is UTF-8. */
export type Locale = 'C' | 'UTF-8'

/** What is known of the process a view is of. A missing field means that nobody said. */
export interface ProcessFacts {
  readonly pid?: number
  /** The kernel's short name (`comm`), as printed. */
  readonly command?: string
  /** The kernel's short name, its very bytes. */
  readonly comm?: Uint8Array
  /** The state letter of `/proc/PID/stat`: R S D T t Z X I … */
  readonly state?: string
  /** The process that a thread belongs to, where `pid` is that of a thread. */
  readonly tgid?: number
  /** The command line as printed; arguments joined by blanks or NULs. */
  readonly cmdline?: Uint8Array
  readonly uid?: number
  readonly user?: string
  readonly ppid?: number
  readonly pgid?: number
  /** Clock ticks after boot at which the process started: with the pid it names a process for good. */
  readonly startTime?: bigint
  /** Address of the bottom of the stack, 0 when the kernel hides it. */
  readonly startStack?: bigint
  readonly exe?: { readonly pathname: string; readonly device: Device; readonly inode: bigint }
  /** False when the process lives in another mount namespace than the tools that looked at it. */
  readonly sameMountNamespace?: boolean
}

/** Where a view came from. */
export interface Source {
  /** A file name, `pid 1234`, or whatever else tells people where to look. */
  readonly name?: string
  /** Kernel release, as uname prints it. */
  readonly kernel?: string
  /** The tool that printed the text, and its version. */
  readonly tool?: string
  readonly version?: string
  /** What the tool was called with, its name first. */
  readonly argv?: readonly string[]
  /** The locale it ran in. */
  readonly locale?: Locale
  /** The hardware name of the machine it ran on, as uname prints it. */
  readonly arch?: string
  /** When it was captured: ISO 8601. */
  readonly captured?: string
  /** True of a captured text that ends within a line. */
  readonly endsInLine?: true
}

/** What became of the lines of a text; their sum is the number of lines. */
export interface LineCounts {
  /** Lines that begin a region. */
  regions: number
  /** Lines that say more about a region. */
  parts: number
  /** Titles of columns, and lines that name a process. */
  headings: number
  /** Totals, rules, and blank lines. */
  footers: number
  /** Lines kept out, each with a diagnostic. */
  rejected: number
}

/** A sum that a text itself gives: of all regions of a process, or the kernel's own count in `status`. */
export interface Total {
  /** A counter's name, `Size` for the sum of the ranges, or the tool's own word: `writeable/private`, `shared`, `VmPeak` … */
  readonly name: string
  /** In bytes; what counters without a unit add up to, for those. */
  readonly value: bigint
  /** The line that says so, 1-based. */
  readonly line: number
}

/** Regions as one source reported them, with everything else it said; iterating gives each as an object. */
export interface View extends Iterable<Region> {
  readonly adapter: string
  readonly dialect: string
  readonly table: RegionTable
  /** The sums that the text gives, in its order. */
  readonly totals: readonly Total[]
  /** For each line kept out of which a tool may have counted so many bytes in its totals: how many. */
  readonly uncounted?: readonly bigint[]
  readonly process?: ProcessFacts
  readonly source: Source
  readonly diagnostics: Diagnostics
  readonly lines: LineCounts
  /** The fields this text can say: those of its dialect, less what its columns leave out. */
  readonly says: ReadonlySet<FieldName>
}
