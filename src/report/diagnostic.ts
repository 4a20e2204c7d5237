import { CODES, type DiagnosticCode, type Severity } from './codes.js'

/** A finding about a text, with its place. Wording is made only when it is shown. */
export interface Diagnostic {
  readonly code: DiagnosticCode
  readonly severity: Severity
  /** 1-based. */
  readonly line: number
  /** 0-based, in bytes from the start of the line. */
  readonly column: number
  /** 0-based, in bytes from the start of the text. */
  readonly byte: number
  /** In bytes. */
  readonly length: number
  /** The field it is about, where it is about one. */
  readonly field?: string
  /** The bytes of the line around the place, at most EXCERPT_BYTES of them. */
  readonly excerpt: Uint8Array
  /** Where the excerpt begins in its line, in bytes. */
  readonly excerptColumn: number
}

/** How much of a line a diagnostic keeps. */
export const EXCERPT_BYTES = 100

/** How many diagnostics of one code are kept; further ones are only counted. */
export const KEPT_PER_CODE = 100

/** The findings of one text: the first of each code kept whole, all of them counted. */
export class Diagnostics implements Iterable<Diagnostic> {
  readonly #kept: Diagnostic[] = []
  readonly #counts: Map<DiagnosticCode, number> = new Map()

  add(diagnostic: Diagnostic): void {
    if (this.count(diagnostic.code) < KEPT_PER_CODE) this.#kept.push(diagnostic)
    this.#counts.set(diagnostic.code, this.count(diagnostic.code) + 1)
  }

  /** How often a code was found. */
  count(code: DiagnosticCode): number {
    return this.#counts.get(code) ?? 0
  }

  /** Every code found and how often, in the order of their first place. */
  get counts(): ReadonlyMap<DiagnosticCode, number> {
    return this.#counts
  }

  /** How many findings of a severity there are. */
  countOf(severity: Severity): number {
    let total = 0
    for (const [code, count] of this.#counts) if (CODES[code].severity === severity) total += count
    return total
  }

  [Symbol.iterator](): Iterator<Diagnostic> {
    return this.#kept[Symbol.iterator]()
  }
}

/** The diagnostic of a place in a line; keeps a copy of the bytes around it. */
export function diagnosticAt(
  code: DiagnosticCode,
  place: { readonly line: number; readonly byte: number; readonly indent: number },
  line: Uint8Array,
  lineFrom: number,
  lineTo: number,
  from: number,
  to: number,
  field?: string,
): Diagnostic {
  const excerptFrom = Math.max(lineFrom, Math.min(from - 40, lineTo - EXCERPT_BYTES))
  return {
    code,
    severity: CODES[code].severity,
    line: place.line,
    column: place.indent + (from - lineFrom),
    byte: place.byte + place.indent + (from - lineFrom),
    length: to - from,
    ...(field === undefined ? {} : { field }),
    excerpt: line.slice(excerptFrom, Math.min(lineTo, excerptFrom + EXCERPT_BYTES)),
    excerptColumn: place.indent + (excerptFrom - lineFrom),
  }
}
