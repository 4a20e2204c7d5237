import fc from 'fast-check'
import { printableBytes } from '../src/report/printable.js'

/** The value, which fast-check shows as a title and the lines of its text, without what a terminal would obey. */
export function shownAsText<T extends { readonly text: Uint8Array }>(value: T, title: string): T {
  const shown = (): string => `${title}\n${linesOf(value.text).join('\n')}`
  return Object.defineProperty(value, fc.toStringMethod, { value: shown })
}

function linesOf(text: Uint8Array): readonly string[] {
  return Buffer.from(text)
    .toString('latin1')
    .split('\n')
    .map((line) => printableBytes(Buffer.from(line, 'latin1')))
}
