import type { FieldName } from '../../src/model/fields.js'
import { text } from './cells.js'
import { type Column, columnOf, counterOf, isOwnColumn, REGION_COLUMNS } from './columns.js'
import { unguarded } from './formula.js'
import { OSQUERY_COLUMNS, osquerySays } from './osquery.js'
import type { RecordReader } from './record.js'

/** The columns of a text. */
export interface Heading {
  readonly names: readonly string[]
  /** What each column holds; osquery's are read in another way. */
  readonly columns: readonly Column[]
  /** True for the columns of osquery's process_memory_map. */
  readonly osquery: boolean
  readonly separator: number
  readonly says: readonly FieldName[]
}

/** What may stand between cells, the usual one first: osqueryi --csv sets bars, some spreadsheets semicolons. */
export const SEPARATORS: readonly number[] = [0x2c, 0x7c, 0x3b, 0x09]

/** The heading that a record is, or undefined. */
export function headingOf(record: RecordReader, separator: number): Heading | undefined {
  const names = Array.from({ length: record.length }, (_, index) => text(unguarded(record.cell(index))) ?? '')
  const osquery = isOsquery(names)
  if (!osquery && !isOurs(names)) return undefined
  return {
    names,
    columns: names.map(columnOf),
    osquery,
    separator,
    says: osquery ? osquerySays(names) : fieldsOf(names),
  }
}

/** The index of a column that is there before, or −1; a counter may not come twice either. */
export function twice({ names }: Heading): number {
  return names.findIndex((name, index) => {
    const earlier = names.slice(0, index)
    return isOwnColumn(name) ? earlier.includes(name) : earlier.map(counterOf).includes(counterOf(name))
  })
}

/** True for columns of which enough are ours to tell. */
export function isOurs(names: readonly string[]): boolean {
  const [first = ''] = names
  const some = names.includes('pathname') || names.includes('start')
  return isOwnColumn(first) && (first === 'view' || some)
}

/** True for columns of which enough are osquery's, and none is ours alone. */
export function isOsquery(names: readonly string[]): boolean {
  const has = (name: string): boolean => names.includes(name)
  return (
    has('start') && has('end') && !has('perms') && OSQUERY_COLUMNS.slice(3).some((name) => has(name) && !isBoth(name))
  )
}

/** True for a column that both have. */
function isBoth(name: string): boolean {
  return isOwnColumn(name)
}

function fieldsOf(names: readonly string[]): readonly FieldName[] {
  const fields = new Set(names.map((name) => columnOf(name).field))
  const order = [...Object.values(REGION_COLUMNS).map(({ field }) => field), 'counters' as const]
  return [...new Set(order)].filter((field): field is FieldName => field !== undefined && fields.has(field))
}
