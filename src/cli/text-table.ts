/** A column of a table for people. */
export interface Column {
  readonly heading: string
  readonly side: 'left' | 'right'
  /** The text of a row's cell, without colour. */
  cell(row: number): string
  /** The same text in colour. */
  paint?(text: string, row: number): string
  /** True for a column that may be left out where a terminal is too narrow. */
  readonly spare?: true
  /** True for a column whose text may be cut, at its front, where a terminal is too narrow. */
  readonly cut?: true
}

/** Rows that are lined up and written at a time. */
const BATCH = 500
const GAP = '  '
const NARROWEST_CUT = 24

/**
 * Lines up rows in columns two blanks apart, without borders, and gives them batch by batch.
 *
 * The cells of a table that is longer than a batch are made twice, once for their width and once to be shown, so that a table of a
 * million rows never lies in memory.
 * `width` is that of a terminal; without it every column is shown, and every name is whole.
 */
export function* tableText(
  columns: readonly Column[],
  rows: readonly number[],
  paintHeading: (text: string) => string,
  width?: number,
): Iterable<string> {
  const once = rows.length > BATCH ? columns : columns.map((column) => madeOnce(column, rows))
  const widths = new Map(once.map((column) => [column, widthOf(column, rows)]))
  const shown = width === undefined ? once : fitting(once, widths, width)
  const fixed = shown.reduce((sum, column) => sum + (column.cut ? 0 : (widths.get(column) as number) + GAP.length), 0)
  const room = width === undefined ? Number.POSITIVE_INFINITY : Math.max(NARROWEST_CUT, width - fixed)
  const line = (text: (column: Column) => string, paint: (column: Column, text: string) => string): string => {
    const cells = shown.map((column, index) => {
      const whole = text(column)
      const cell = column.cut ? cutFront(whole, room) : whole
      const gap = ' '.repeat(Math.max(0, (widths.get(column) as number) - cell.length))
      const last = index === shown.length - 1
      return column.side === 'right' ? gap + paint(column, cell) : paint(column, cell) + (last ? '' : gap)
    })
    return `${cells.join(GAP).trimEnd()}\n`
  }
  yield line(
    (column) => column.heading,
    (_, text) => paintHeading(text),
  )
  for (let from = 0; from < rows.length; from += BATCH) {
    let text = ''
    for (const row of rows.slice(from, from + BATCH)) {
      text += line(
        (column) => column.cell(row),
        (column, cell) => column.paint?.(cell, row) ?? cell,
      )
    }
    yield text
  }
}

/** A column that keeps its cells. */
function madeOnce(column: Column, rows: readonly number[]): Column {
  const cells = new Map(rows.map((row) => [row, column.cell(row)]))
  return { ...column, cell: (row) => cells.get(row) as string }
}

function widthOf(column: Column, rows: readonly number[]): number {
  let width = column.heading.length
  for (const row of rows) width = Math.max(width, column.cell(row).length)
  return width
}

/** The columns without as many of the spare ones, from the right, as do not fit. */
function fitting(columns: readonly Column[], widths: ReadonlyMap<Column, number>, width: number): readonly Column[] {
  const need = (list: readonly Column[]): number =>
    list.reduce((sum, column) => sum + (column.cut ? NARROWEST_CUT : (widths.get(column) as number) + GAP.length), 0)
  let shown = columns
  while (need(shown) > width) {
    const spare = shown.findLast((column) => column.spare)
    if (spare === undefined) break
    shown = shown.filter((column) => column !== spare)
  }
  return shown
}

function cutFront(text: string, room: number): string {
  return text.length <= room ? text : `…${text.slice(text.length - room + 1)}`
}
