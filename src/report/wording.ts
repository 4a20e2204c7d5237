import { CODES } from './codes.js'
import type { Diagnostic } from './diagnostic.js'
import { printable, printableBytes } from './printable.js'

/** A diagnostic for people: place and sentence, the line, and a caret under what is meant. */
export function explain(diagnostic: Diagnostic, source: string): string {
  const { code, severity, line, column, excerpt, excerptColumn, field, length } = diagnostic
  const about = field === undefined ? '' : ` (${printable(field)})`
  const head = `${printable(source)}:${line}:${column + 1}: ${severity}: ${CODES[code].sentence}${about} [${code}]`
  const before = printableBytes(excerpt.subarray(0, column - excerptColumn))
  const marked = printableBytes(excerpt.subarray(column - excerptColumn, column - excerptColumn + length))
  const after = printableBytes(excerpt.subarray(column - excerptColumn + length))
  const cut = excerptColumn > 0 ? '…' : ''
  const caret = '^'.repeat(Math.max(1, Math.min(marked.length, 60)))
  return `${head}\n    ${cut}${before}${marked}${after}\n    ${' '.repeat(cut.length + before.length)}${caret}`
}
