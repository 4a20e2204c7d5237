import type { Origin, View } from '../../../src/adapter.js'
import { TableBuilder } from '../../../src/model/builder.js'
import { copyCounters, copyDevice, copyPerms, copyU64 } from '../../../src/model/copy.js'
import { END, OFFSET, START } from '../../../src/model/fields.js'
import type { RegionTable } from '../../../src/model/table.js'
import { characterSize } from '../../../src/report/printable.js'
import { asciiOnly, controlsKept, LINE_BYTES, NAME_COLUMN, narrowName, utf8Kept } from '../projection/name.js'
import { isAsked } from './asked.js'
import { isBefore } from './version.js'

const LAST = (1n << 64n) - 1n
const NEWLINE = 0x0a
const COLUMN_32 = 49

/**
 * The rows that procps makes of the rest of a line of more than 1,023 bytes, which it takes for lines of their own: with -x in
 * place of the mapping's row, else behind it. Undefined for a line that it reads as a whole; 3.3.4 to 4.0.7.
 */
export function leftoverRows(view: View, row: number, origin: Origin): RegionTable | undefined {
  const richer = origin.seen.view
  const name = richer?.table.pathnameBytes(row)
  const column = richer?.dialect === '32bit' ? COLUMN_32 : NAME_COLUMN
  if (name === undefined || name.length + column < LINE_BYTES) return undefined
  const { source, table, dialect } = view
  // From 3.3.15 on up to 4 a line that is no mapping is skipped, but its start was taken by then.
  const isChecked = !isBefore(source.version, '3.3.15') && isBefore(source.version, '4.0.0')
  const hasCounters = dialect === 'x'
  if (isChecked && !hasCounters) return undefined
  const builder = new TableBuilder()
  const end = table.end(row) ?? 0n
  let start = table.start(row) ?? 0n
  let shown = table.pathnameBytes(row) ?? name
  for (let at = LINE_BYTES - column; at <= name.length; at += LINE_BYTES) {
    const rest = name.subarray(at, at + LINE_BYTES)
    const first = rest[0] ?? NEWLINE
    // Lines that begin with a capital are those of counters.
    if (first >= 0x41 && first <= 0x5a) continue
    start = scannedStart(rest) ?? start
    if (!isChecked) shown = leftoverName(view, row, origin, clean(view, rest), start)
    if (!hasCounters) addRow(builder, table, row, start, end, shown)
  }
  if (hasCounters) {
    addRow(builder, table, row, start, end, shown)
    copyCounters(builder, table, row)
  }
  return builder.build()
}

function addRow(
  builder: TableBuilder,
  table: RegionTable,
  row: number,
  start: bigint,
  end: bigint,
  name: Uint8Array,
): void {
  builder.openRow(0)
  builder.bigint(START, start)
  builder.bigint(END, end)
  copyPerms(builder, table, row)
  copyU64(builder, table, row, OFFSET)
  copyDevice(builder, table, row)
  builder.pathname(name, 0, name.length)
}

/** What `%lx` reads at the beginning of a text; undefined where that is no number. */
function scannedStart(text: Uint8Array): bigint | undefined {
  const match = /^\s*(?:0[xX])?([0-9a-fA-F]+)/.exec(new TextDecoder('latin1').decode(text))
  if (match === null) return undefined
  const value = BigInt(`0x${match[1]}`)
  return value > LAST ? LAST : value
}

function leftoverName(view: View, row: number, origin: Origin, name: Uint8Array, start: bigint): Uint8Array {
  const { facts } = origin.seen
  const richer = origin.seen.view?.table
  const mapping = {
    name,
    start,
    end: view.table.end(row) ?? start,
    major: richer?.device(row)?.major,
    inode: richer?.inode(row),
    column: 0,
    startStack: facts.process?.startStack,
  }
  const wholePath = isAsked(view, 'p', 'show-path', 1) ?? false
  const kernelNames = isAsked(view, 'k', 'use-kernel-name', 1) ?? false
  return narrowName(mapping, { wholePath, kernelNames, lineBytes: LINE_BYTES }).name
}

function clean({ source }: View, name: Uint8Array): Uint8Array {
  if (isBefore(source.version, '4.0.5')) return asciiOnly(name)
  return source.locale === 'C' ? controlsKept(name) : utf8Kept(name, characterSize)
}
