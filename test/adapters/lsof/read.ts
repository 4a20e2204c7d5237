import { lsof } from '../../../adapters/lsof/index.js'
import type { View } from '../../../src/adapter.js'
import { parse } from '../../../src/ops/parse.js'

/** The views of a text; its characters stand for bytes. */
export function read(text: string, dialect = 'table'): readonly View[] {
  return parse(lsof, Buffer.from(text, 'latin1'), { dialect })
}

/** The codes of a view's findings, each with the text it points at. */
export function findings(view: View | undefined): string[] {
  return [...view!.diagnostics].map(({ code, column, length, excerpt, excerptColumn }) => {
    const from = column - excerptColumn
    return `${code}: ${Buffer.from(excerpt.subarray(from, from + length)).toString('latin1')}`
  })
}

/** How many lines all views account for. */
export function countedLines(views: readonly View[]): number {
  return views.reduce((sum, { lines }) => sum + Object.values(lines).reduce((a, b) => a + b, 0), 0)
}
