import { NEWEST_RELEASE } from '../../src/kernel/releases.js'
import { type FieldSpacing, fieldsOfKernel, label, newestSpacing, SMAPS_FIELDS } from '../../src/kernel/smaps-fields.js'
import type { CounterName } from '../../src/model/region.js'

/** How a counter's line is spaced: `text`, the number right-aligned in `width` columns, `unit`. */
export interface CounterLine {
  readonly kind: 'counter'
  readonly name: CounterName
  /** Everything before the number's columns. */
  readonly text: Uint8Array
  /** The text again, as far as it fills little-endian words of four bytes. */
  readonly textWords: Int32Array
  /** Columns of the number, which a longer one exceeds. */
  readonly width: number
  /** Everything after the number. */
  readonly unit: Uint8Array
  /** Length of the whole line, as long as its number fits the columns. */
  readonly size: number
}

/** How the line of the vmFlags is spaced: `before`, the codes with one blank between them, `after` when there are any. */
export interface FlagsLine {
  readonly kind: 'flags'
  readonly before: Uint8Array
  readonly after: Uint8Array
  /** The whole line, where the codes stand farther apart. */
  readonly exact?: Uint8Array
}

/** How the line of a field that is kept as text is spaced: `before`, then the text. */
export interface TextLine {
  readonly kind: 'text'
  readonly before: Uint8Array
}

/** How one line of a record is spaced; what it says stands in the table. */
export type LayoutLine = CounterLine | FlagsLine | TextLine

/** The lines of a record below its header, in their order. Nearly all records of a text share one. */
export class Layout {
  /** How many lines are kept as text. */
  readonly texts: number

  constructor(readonly lines: readonly LayoutLine[]) {
    this.texts = lines.filter((line) => line.kind === 'text').length
  }
}

const encoder = new TextEncoder()

/** The line of the vmFlags as every kernel spaces it: a blank after each code. */
export const FLAGS_LINE: FlagsLine = { kind: 'flags', before: encoder.encode('VmFlags: '), after: encoder.encode(' ') }

/** The line of a counter with that spacing. */
export function counterLine(name: CounterName, text: Uint8Array, width: number, unit: Uint8Array): CounterLine {
  const words = new DataView(text.buffer, text.byteOffset, text.length)
  const textWords = Int32Array.from({ length: text.length >> 2 }, (_, i) => words.getInt32(i << 2, true))
  return { kind: 'counter', name, text, textWords, width, unit, size: text.length + width + unit.length }
}

/** The line of a counter in the spacing of a kernel. */
export function counterLineOf(name: CounterName, { text, width, unit }: FieldSpacing): CounterLine {
  return counterLine(name, encoder.encode(text), width, encoder.encode(unit))
}

/** The line of a counter as the newest kernel spaces it. */
export function newestLine(name: CounterName): CounterLine {
  return counterLineOf(name, newestSpacing(name))
}

/** The lines of counters in the order and spacing of a kernel release, or of the newest; behind them those that it does not print. */
export function linesOf(names: Iterable<CounterName>, release: string = NEWEST_RELEASE): readonly CounterLine[] {
  const lines = new Map<CounterName, CounterLine>()
  for (const { name, spacings } of fieldsOfKernel(release)) {
    const [spacing] = spacings
    if (spacing !== undefined) lines.set(name, counterLineOf(name, spacing))
  }
  for (const { name } of SMAPS_FIELDS) if (!lines.has(name)) lines.set(name, newestLine(name))
  for (const name of names) if (!lines.has(name)) lines.set(name, newestLine(name))
  return [...lines.values()]
}

/** The line of a field that is kept as text, spaced as Android spaces `Name:`. */
export function newestTextLine(name: string): TextLine {
  return { kind: 'text', before: encoder.encode(label(name)) }
}
