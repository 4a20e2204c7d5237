import { UNITLESS_COUNTERS } from '../../src/model/counters.js'
import { sameBytes } from '../../src/model/pathname.js'
import type { DiagnosticCode } from '../../src/report/codes.js'
import { COUNTER, columnOf, counterOf, isTextual } from './columns.js'
import { unguarded } from './formula.js'
import type { Heading } from './heading.js'
import type { RecordReader } from './record.js'
import type { Row } from './region.js'

/** A finding about a cell of a row. */
export interface CellFault {
  readonly index: number
  readonly code: DiagnosticCode
  readonly field: string
}

/** A row whose cells were read, or what is wrong with them. */
export interface ReadRow extends Row {
  readonly faults: readonly CellFault[]
}

const lenient = new TextDecoder('utf-8', { ignoreBOM: true })
const encoder = new TextEncoder()

/** Reads the cells of a record. An empty cell has no value; in quotes it is an empty text, where texts stand. */
export function readRow(record: RecordReader, { names, columns }: Heading): ReadRow {
  const values: Record<string, unknown> = {}
  const counters = new Map<string, bigint>()
  const faults: CellFault[] = []
  columns.forEach((column, index) => {
    const name = names[index] as string
    const cell = record.cell(index)
    if (cell.length === 0 && !(record.isQuoted(index) && isTextual(column))) return
    const value = column.read(unguarded(cell))
    if (value === undefined) faults.push({ index, code: column.code, field: name })
    else if (column !== COUNTER) values[name] = value
    else if (isCount(counterOf(name), value as bigint)) counters.set(counterOf(name), value as bigint)
    else faults.push({ index, code: 'bad-counter', field: name })
  })
  for (const [one, other] of PAIRS) {
    if ((values[one] === undefined) === (values[other] === undefined)) continue
    const empty = values[one] === undefined ? one : other
    if (faults.length === 0) faults.push({ index: names.indexOf(empty), code: columnOf(empty).code, field: empty })
  }
  for (const [shown, exact] of EXACT) {
    const [seen, bytes] = [values[shown], values[exact]] as [Uint8Array | undefined, Uint8Array | undefined]
    if (bytes === undefined || (seen !== undefined && shows(seen, bytes))) continue
    faults.push({ index: names.indexOf(exact), code: 'bad-base64', field: exact })
  }
  return { values, counters, faults }
}

/** Columns of which both are filled, or none. */
const PAIRS = [
  ['device_major', 'device_minor'],
  ['file_rdev_major', 'file_rdev_minor'],
] as const

/** Columns that show what others hold exactly. */
const EXACT = [
  ['pathname', 'pathname_base64'],
  ['vm_flags', 'vm_flags_base64'],
] as const

/** True when the text is what the bytes look like: the same, with U+FFFD for what is not UTF-8. */
function shows(seen: Uint8Array, exact: Uint8Array): boolean {
  return sameBytes(seen, encoder.encode(lenient.decode(exact)))
}

/** True for whole units of the counter's own (kB of 1024 bytes for most), no more than are exact. */
function isCount(name: string, inBytes: bigint): boolean {
  const unit = UNITLESS_COUNTERS.has(name) ? 1n : 1024n
  return inBytes % unit === 0n && inBytes / unit <= BigInt(Number.MAX_SAFE_INTEGER)
}
