import type { Sink } from '../../src/adapter.js'
import type { Rows } from './rows.js'

/** A sum that a line of totals says: bytes, or plain numbers for counters without a unit. */
export interface Sum {
  readonly name: string
  readonly value: bigint
}

/** One of the programs called pmap: how its lines are told, and who reads its rows. */
export interface Program {
  /** Blanks between the colon behind a PID and the command line. */
  readonly blanks: number
  /** The dialect of a line that is a heading or a row of this program; for detection, which sees text alone. */
  dialectOf(line: string): string | undefined
  /** The reader of the rows below a heading; undefined when it is none of this program's. */
  below(heading: string, sink: Sink): Rows | undefined
  /** The readers of rows without a heading, in the order in which they are tried. */
  readers(sink: Sink, told: string | undefined): readonly Rows[]
  /** True for a row that can only be understood together with those of its block, where that has no heading. */
  needsBlock?(row: string): boolean
  /** What a line of totals says, which may be nothing that has a name; undefined when the line is none. */
  totals(line: string, rows: Rows | undefined): readonly Sum[] | undefined
  /** The dialect that a line of totals shows, where the rows did not show it, or there were none. */
  ended?(line: string): string | undefined
  /** True for a line of totals in another language than English. */
  isTranslated?(line: string): boolean
}
