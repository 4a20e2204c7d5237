import type { Facts } from './facts.js'
import type { Imitation, Origin } from './imitation.js'
import type { CounterColumn } from './model/counters.js'
import type { FieldName, U64Field } from './model/fields.js'
import type { MappingRows } from './model/mapping-rows.js'
import type { CounterName, FileFacts } from './model/region.js'
import type { RegionTable } from './model/table.js'
import type { DiagnosticCode } from './report/codes.js'
import type { ProcessFacts, Source, View } from './view.js'

export type { Facts, FileLock, FileStat, PacketSocket, StatFacts, Stats, Task } from './facts.js'
export type { Answer, Imitation, Origin, Plan, Run, Seen, WantedFact } from './imitation.js'
export type { LineCounts, Locale, ProcessFacts, Source, Total, View } from './view.js'

/** What one region of a text stands for; `process` for a text of sums. */
export type Grain = 'mapping' | 'file' | 'process'

/** A variant of an adapter's text. */
export interface Dialect {
  readonly summary: string
  /** What it says of a region. */
  readonly says: readonly FieldName[]
  /** Those of `says` that it does not say exactly, each with what is lost: `the last part of the path alone`. */
  readonly lossy?: Readonly<Partial<Record<FieldName, string>>>
  /** Where it differs from the adapter's. */
  readonly grain?: Grain
  /** True for the text of something that imitates Linux: the laws and the versions of its kernels do not bind it. */
  readonly foreign?: true
  /** First and last version that prints it. */
  readonly since?: string
  readonly until?: string
}

/** What detection found: sure is a form no other adapter has, likely one that fits, possible one that does not contradict. */
export interface Match {
  readonly dialect: string
  readonly confidence: 'sure' | 'likely' | 'possible'
  /** What was seen, for people. */
  readonly because: string
}

/** Reads lines; made by an adapter for one text. */
export interface LineParser {
  /**
   * Reads the line that begins at `from`, if the parser knows its end without being told, and more behind it, if it tells the
   * sink: gives the index of the last one's newline, which lies before `to`, or −1 when nothing was done. For speed alone;
   * `line` reads every line, too.
   */
  ahead?(bytes: Uint8Array, from: number, to: number): number
  /** Reads `bytes[from, to)`, a line without its newline. The bytes are only lent. */
  line(bytes: Uint8Array, from: number, to: number): void
  /** Reads the end of the text. */
  end(): void
}

/** What people choose of a text: the name of a file, a command with or without its arguments, the name of a user. */
export type Personal = 'pathname' | 'command' | 'user'

/** Where a parser puts what it understood, and what it did not. */
export interface Sink {
  /** Opens a region at the current line; the setters below fill it until the next one opens. */
  region(): void
  /** The current line says more about the open region. */
  part(): void
  /** The current line is a title, or names a process. */
  heading(): void
  /** The current line is a total, a rule, or blank. */
  footer(): void
  /** How many regions this process has so far. */
  readonly length: number

  /** Opens a region for each of the rows, on the current line and those behind it; the last is the current line then. */
  mappings(rows: MappingRows, bytes: Uint8Array): void
  u64(field: U64Field, high: number, low: number): void
  bigint(field: U64Field, value: bigint): void
  perms(code: number): void
  device(major: number, minor: number): void
  pathname(bytes: Uint8Array, from: number, to: number): void
  counterColumn(name: CounterName): CounterColumn
  counter(column: CounterColumn, value: number): void
  /** Sets the first `count` of these counters, each said by a line from the current one on; the last is the current line then. */
  counters(columns: readonly CounterColumn[], values: ArrayLike<number>, count: number): void
  vmFlags(bytes: Uint8Array, from: number, to: number): void
  file(facts: FileFacts): void
  extra(name: Uint8Array, value: Uint8Array): void
  addLayout(layout: unknown): number
  layout(id: number): void
  /** The current line says a sum over the process's regions, in bytes. */
  total(name: string, value: bigint): void
  /**
   * Says that people chose `bytes[from, to)` of the current line, so that a redacted copy must not show it. A pathname whose
   * bytes are the line's own, not a copy, needs no such word.
   */
  personal(what: Personal, bytes: Uint8Array, from: number, to: number): void

  /**
   * Begins the view of another process, named or not. What came before, if anything, is a view of its own. The view keeps
   * `facts` itself: a format that tells them line by line fills them until the next process begins.
   */
  process(facts?: ProcessFacts): void
  /**
   * Goes to a line that was read before, for a text that is understood only at its end; a reader that kept the line as it
   * was, `bytes[from, to)`, says so.
   */
  returnTo(line: number, byte: number, bytes?: Uint8Array, from?: number, to?: number): void
  /** Says which dialect the text turned out to be. */
  dialect(name: string): void
  /** Says that the text is a copy of a view that another adapter read, in that dialect, saying those fields. */
  origin(adapter: string, dialect: string, says: readonly FieldName[], source: Source): void
  /** Takes fields away that this text has no column for. */
  silent(...fields: FieldName[]): void
  /** Reports a finding in `bytes[from, to)` of the current line, which is `bytes[lineFrom, lineTo)`. */
  report(
    code: DiagnosticCode,
    bytes: Uint8Array,
    lineFrom: number,
    lineTo: number,
    from: number,
    to: number,
    field?: string,
  ): void
  /** Keeps the current line out of every region: it was reported. `bytes`: what the text's totals may have for it all the same. */
  reject(bytes?: bigint): void
}

/** Options of a read. */
export interface ParseOptions {
  readonly dialect?: string
}

/** Options of a write. Which version of a tool it shall be, what it was called with and where, the views' `source` says. */
export interface FormatOptions {
  readonly dialect?: string
  /** For each view that was projected from another: from which, for what its rows do not tell, such as sums over rows left out. */
  readonly origins?: readonly (Origin | undefined)[]
}

/** A named rule of a tool, by which what it shows differs from what the kernel has. */
export interface Reason {
  readonly code: string
  /** Row of the richer view that it is about. */
  readonly row: number
}

/** What a tool would have shown of a richer view. */
export interface Projection {
  /** The rows it would have shown, in its order. Fields that cannot be told are absent. */
  readonly table: RegionTable
  /** For each of those rows, the row of the richer view it stands for. */
  readonly from: Uint32Array
  /** Why the two differ, once a row and rule. */
  readonly reasons: readonly Reason[]
  /** Brings a printed name into the one form that projected names have (one spelling of its escapes, say). */
  comparable?(name: Uint8Array): Uint8Array
  /** Names the rule by which the tool may have shown another value than the projected one, if there is such a rule. */
  allow?(row: number, field: string, actual: View, actualRow: number): string | undefined
  /** Names the rule by which the tool may have left a projected row out. */
  allowMissing?(row: number): string | undefined
  /** Names the rule by which the tool may have shown a row that was not projected. */
  allowExtra?(actual: View, actualRow: number): string | undefined
  /** Rows of the other view that its tool prints of no process. */
  readonly impossible?: ReadonlySet<number>
  /** The same of the richer view. */
  readonly impossibleThere?: ReadonlySet<number>
  /** What could not be known, as sentences for people. */
  readonly unknown?: readonly string[]
}

/** How a text spaces one field of a record; kernels differ in it. */
export interface PrintedField {
  readonly name: string
  /** Label, colon, and the blanks or TABs before the number's columns. */
  readonly text: string
  /** Columns of the number, which a longer one exceeds; 0 for none. */
  readonly width: number
  /** How many lines below the region's first it stands. */
  readonly below: number
}

/** A text of the kernel's own as each of its releases prints it. */
export interface Releases {
  /** The releases from which on it says something else, oldest first; one between two of them prints what the older one does. */
  readonly versions: readonly string[]
  /**
   * The regions as that release says them: without what it has no words for. Throws a MemmapsError `unwritable` for what it
   * prints and the view does not say. `format` spaces them as the release that the view's source names.
   */
  as(view: View, dialect: string, release: string): RegionTable
}

/** A file below /proc/PID. */
export interface CapturedFile {
  readonly file: string
  /** True for one that not every kernel has. */
  readonly optional?: true
}

/** All we know about one tool's or file's text. */
export interface Adapter {
  readonly name: string
  readonly summary: string
  /** True for text of the kernel's own, in which nothing is a tool's guess. */
  readonly kernel?: true
  /** What one region of it stands for. */
  readonly grain: Grain
  /** True where names and commands are printed with escapes: `\n`, `\x20`, `\\`; for the redaction of its texts. */
  readonly escapes?: true
  /** By name; the first is the default. */
  readonly dialects: Readonly<Record<string, Dialect>>
  /** Looks at the first KiB; pure, never throws. */
  detect(head: Uint8Array): Match | undefined
  /** A parser for one text. */
  open(sink: Sink, options: ParseOptions): LineParser
  /** Fields that every region must have to be written. */
  readonly needs?: readonly FieldName[]
  /** The bytes of a text that says what the views say. */
  format?(views: readonly View[], options: FormatOptions): Iterable<Uint8Array>
  /** What this tool would have shown of `view`, printed in the way `as` was. */
  project?(view: View, as: View, facts: Facts): Projection
  /** The paths that the tool itself asks stat about when it meets a view's regions: `project` wants those facts. */
  looksUp?(view: View, process?: ProcessFacts): Iterable<Uint8Array>
  /** The fields of the records in their order, once for each way in which records of the view are laid out. */
  printed?(view: View): Iterable<{ readonly row: number; readonly fields: readonly PrintedField[] }>
  /** The named rules of `project`: code → a sentence for people. */
  readonly reasons?: Readonly<Record<string, string>>
  /** How the kernel's releases print it, where they are not all alike. */
  readonly releases?: Releases
  /** How the tool's own runs are imitated. */
  readonly imitates?: Imitation
  /** How to get the text of a live process: a file below /proc/PID, or a command. */
  readonly capture?: Readonly<Record<string, CapturedFile | { readonly run: readonly string[] }>>
}
