import type { View } from '../adapter.js'
import type { Finding, Side } from '../ops/check/finding.js'
import { CODES } from '../report/codes.js'
import { printable } from '../report/printable.js'
import { regionLabel, type Showing } from './difference-lines.js'
import { columns } from './text-columns.js'

/** A broken law for people: the region, what both places say, each with its line, and the law. */
export function findingLines(
  views: readonly View[],
  { code, severity, expected, actual }: Finding,
  names: readonly string[],
  { colors, whole }: Showing,
): string[] {
  const paint = severity === 'error' ? colors.red : colors.yellow
  const rows = [
    [sideName(expected, names), expected.field, printable(expected.value)],
    [sideName(actual, names), actual.field, paint(printable(actual.value))],
  ]
  return [
    `  ${colors.bold(headOf(views, actual, whole))}`,
    ...columns(rows, ['left', 'left', 'left']).map((line) => `    ${line}`),
    `    ${CODES[code].sentence} [${code}]`,
  ]
}

/** A place as `name:line`. */
export function sideName({ view, line }: Side, names: readonly string[]): string {
  return line === 0 ? (names[view] as string) : `${names[view]}:${line}`
}

function headOf(views: readonly View[], { view, row, field }: Side, whole: boolean): string {
  if (row === undefined) return printable(field)
  const region = (views[view] as View).table.at(row)
  const label = regionLabel(region, whole)
  return label === '' ? `row ${row + 1}` : label
}
