import type { View } from '../../../src/adapter.js'
import type { CounterColumn } from '../../../src/model/counters.js'
import { isBefore } from '../../../src/model/version.js'
import { WIDE_NAME_BYTES } from '../projection/name.js'
import { askedFields } from './asked.js'
import { shownCounters } from './wide-columns.js'

/** Columns of a line of smaps up to its unit. */
const LINE_WIDTH = 24

/**
 * The line of smaps at which -X and -XX end, because a mapping has other fields than the first; undefined where all have the same.
 * Up to 3.3.11 the field behind a name of more than 127 bytes is lost.
 */
export function inconsistentLine(
  seen: View,
  { dialect, source }: Pick<View, 'dialect' | 'source'>,
): string | undefined {
  const { table } = seen
  const shown = shownCounters(table, dialect === 'XX', askedFields({ source }))
  const losesFields = isBefore(source.version, '3.3.12')
  if (!losesFields && shown.every((column) => column.isFull(table.length))) return undefined
  const lost = losesFields ? table.columns.counters.values().next().value : undefined
  const fieldsOf = (row: number): CounterColumn[] => {
    const isLong = lost !== undefined && (table.pathnameBytes(row)?.length ?? 0) > WIDE_NAME_BYTES
    return shown.filter((column) => column.has(row) && !(isLong && column === lost))
  }
  let first: CounterColumn[] = []
  for (let row = 0; row < table.length; row++) {
    const own = fieldsOf(row)
    if (row === 0) first = own
    const other = own.find((column, at) => at < first.length && column !== first[at])
    if (other !== undefined) return lineOf(other, row)
  }
  return undefined
}

function lineOf(column: CounterColumn, row: number): string {
  const label = `${column.name}:`
  const value = String(column.printed(row)).padStart(LINE_WIDTH - label.length)
  return `${label}${value}${column.unit === 1 ? '' : ' kB'}\n`
}
