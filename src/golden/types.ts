import type { LineCounts } from '../view.js'

/** What is expected of a text: that it reads so, that it is refused or something wrong is reported, or no crash alone. */
export type GoldenKind = 'valid' | 'invalid' | 'either'

/** A finding that is expected. */
export interface GoldenDiagnostic {
  /** One of `CODES`. */
  readonly code: string
  /** From 1. */
  readonly line: number
  /** From 0, in bytes. */
  readonly column: number
  readonly field?: string
}

/** A view in canonical JSON (`memmaps.view/1`, see schema/view.json). */
export interface GoldenView {
  readonly schema: string
  readonly adapter: string
  readonly dialect: string
  /** The fields that the text can say of a region. */
  readonly says: readonly string[]
  readonly process?: Readonly<Record<string, unknown>>
  readonly source: Readonly<Record<string, unknown>>
  /** Addresses in hex, other 64-bit values in decimal, counters in bytes. */
  readonly regions: readonly Readonly<Record<string, unknown>>[]
  readonly totals?: readonly { readonly name: string; readonly value: string }[]
}

/** The reading that is expected of a text. */
export interface GoldenReading {
  /** What becomes of the lines, by view; they add up to the lines of the text. */
  readonly lines: readonly LineCounts[]
  readonly diagnostics: readonly GoldenDiagnostic[]
  /** One for each process; of an invalid text what can be read of it all the same. */
  readonly views: readonly GoldenView[]
}

/** A text of the corpus, and what is expected of it. */
export interface GoldenCase {
  /** `maps/valid/address-zero`, or `captures/6.1.176-x86_64/perl/proc/maps`. */
  readonly id: string
  /** What kind of text it is: `maps`, `smaps`, `lsof`, `pmap`, `status`. */
  readonly adapter: string
  readonly kind: GoldenKind
  /** Names what is to be seen in it. */
  readonly name: string
  /** The variant of the adapter's text: `64bit`, `rollup`, `fields0`. */
  readonly dialect: string
  /** What is to be seen in it, as a sentence. */
  readonly about: string
  /** `captured` from a machine, `hand-made` from the rules, or `damaged`. */
  readonly source: string
  /** What printed it; absent where nobody knows, or nobody did. */
  readonly kernel?: string
  readonly arch?: string
  readonly tool?: string
  readonly version?: string
  /** What the text shows; `goldenFlags` explains each. */
  readonly flags: readonly string[]
  /** The text itself, byte for byte. */
  readonly text: Uint8Array
  /** Undefined for the kind `either`. */
  readonly expected: GoldenReading | undefined
  /** The file that holds the text. */
  readonly path: string
}
