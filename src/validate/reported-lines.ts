import { numberOf } from './fields.js'
import type { Answer, Case, Fault, SaidRegion } from './types.js'

/**
 * The damaged lines that a decoder names itself. What is left of such a line may be said, for nobody is deceived: a region whose
 * start, or name, stands in it, once a line; and the field that it has the label of, or of the region that begins in it.
 */
export class ReportedLines {
  readonly #lines: readonly string[]
  readonly #taken: Set<string> = new Set()

  constructor({ text, wrongLines }: Case, { diagnostics }: Answer) {
    const lines = new TextDecoder().decode(text).split('\n')
    const named = new Set(diagnostics.flatMap(({ line }) => line ?? []))
    this.#lines = wrongLines.filter((line) => named.has(line)).flatMap((line) => lines[line - 1] ?? [])
  }

  /** True for a fault that is what is left of a damaged line. */
  excuse(got: SaidRegion, { code, field }: Fault): boolean {
    if (code === 'wrong-field' || code === 'made-up-field') {
      const [, label] = /^(?:counters\.|extra\.|(?=vmFlags$))(.*)$/i.exec(field ?? '') ?? []
      return this.#lines.some((line) => (label !== undefined && hasLabel(line, label)) || isIn(got, line))
    }
    if (code !== 'made-up-region') return false
    const line = this.#lines.find((one) => !this.#taken.has(one) && isIn(got, one))
    if (line !== undefined) this.#taken.add(line)
    return line !== undefined
  }
}

/** True for a line of a record that is about a field. */
function hasLabel(line: string, label: string): boolean {
  return line.trimStart().toLowerCase().startsWith(label.toLowerCase())
}

/** True where a region's start, or else its name, stands in a line. */
function isIn({ start, pathname }: SaidRegion, line: string): boolean {
  if (start === undefined || start === null)
    return typeof pathname === 'string' && pathname !== '' && line.includes(pathname)
  const digits = numberOf('hex', start).toString(16)
  return /^[0-9a-f]+$/.test(digits) && new RegExp(`(?<![0-9a-f])0*${digits}(?![0-9a-f])`, 'i').test(line)
}
