import type { View } from '../adapter.js'
import type { Region } from '../model/region.js'
import type { Difference, PairResult } from '../ops/compare.js'
import type { Contradiction } from '../ops/contradictions.js'
import { deviceText } from '../ops/difference.js'
import { printable } from '../report/printable.js'
import type { Colors } from './colors.js'
import { shortened, shortenedBoth } from './shorten.js'
import { humanSize } from './size.js'
import { columns } from './text-columns.js'

/** How much of a difference is shown, and in which colours. */
export interface Showing {
  readonly colors: Colors
  /** Shows names as they are, however long. */
  readonly whole: boolean
}

/** A difference for people: which region, then both sides, each with its source line. */
export function differenceLines(
  views: readonly View[],
  pair: PairResult,
  difference: Difference,
  names: readonly string[],
  { colors, whole }: Showing,
): string[] {
  const richer = views[pair.richer] as View
  const other = views[pair.other] as View
  const { kind, row, actualRow, fields } = difference
  const region = row === undefined ? other.table.at(actualRow as number) : richer.table.at(row)
  const left = sourceOf(names[pair.richer] as string, richer, row)
  const right = sourceOf(names[pair.other] as string, other, actualRow)
  const head = `  ${colors.bold(regionLabel(region, whole))}`
  if (kind === 'missing') {
    return [
      head,
      ...sides([
        [left, summary(region)],
        [right, colors.red('not there')],
      ]),
      '    no rule explains why it is missing',
    ]
  }
  if (kind === 'extra') {
    return [
      head,
      ...sides([
        [left, colors.red('not there')],
        [right, summary(region)],
      ]),
      '    no rule explains where it comes from',
    ]
  }
  const rows = fields.flatMap(({ field, expected, actual }) => {
    const both = [printable(expected), printable(actual)] as const
    const [wanted, found] = whole ? both : shortenedBoth(...both)
    return [
      [left, field, wanted],
      [right, field, colors.red(found)],
    ]
  })
  const what = fields.map(({ field }) => field).join(', ')
  return [head, ...sides(rows), `    ${what}: no rule of ${other.adapter} explains this`]
}

/** A contradiction for people: the region, and the two sizes that its view says. */
export function contradictionLines(
  view: View,
  contradiction: Contradiction,
  name: string,
  { colors, whole }: Showing,
): string[] {
  const { row, range, counted } = contradiction
  const source = sourceOf(name, view, row)
  return [
    `  ${colors.bold(regionLabel(view.table.at(row), whole))}`,
    ...sides([
      [source, 'range', humanSize(range)],
      [source, 'Size', colors.red(humanSize(counted))],
    ]),
    '    the view contradicts itself',
  ]
}

/** A region in one line: its range where it has one, and its pathname, which is shortened unless it is to be `whole`. */
export function regionLabel({ start, end, pathname, device, inode }: Region, whole: boolean): string {
  const range = start === undefined ? '' : `${hex(start)}-${end === undefined ? '?' : hex(end)}`
  const file = range !== '' || device === undefined ? '' : `${deviceText(device)} ${inode ?? '?'}`
  const name = printable(pathname ?? '')
  return [range, file, whole ? name : shortened(name)].filter((part) => part !== '').join('  ')
}

function summary({ perms, size, file }: Region & { size?: bigint }): string {
  return [perms, file?.descriptor, file?.type, size].filter((part) => part !== undefined).join(' ') || 'there'
}

function sourceOf(name: string, { table }: View, row: number | undefined): string {
  if (row === undefined) return printable(name)
  const line = table.line(row)
  return line === 0 ? printable(name) : `${printable(name)}:${line}`
}

function sides(rows: readonly (readonly string[])[]): string[] {
  return columns(
    rows,
    (rows[0] ?? []).map(() => 'left'),
  ).map((line) => `    ${line}`)
}

function hex(address: bigint): string {
  return address.toString(16).padStart(8, '0')
}
