import type { Origin, View } from '../../../src/adapter.js'
import { TableBuilder } from '../../../src/model/builder.js'
import { copyCounters, copyDevice, copyPerms, copyU64 } from '../../../src/model/copy.js'
import { END, OFFSET, START } from '../../../src/model/fields.js'
import type { RegionTable } from '../../../src/model/table.js'
import { isBefore } from '../../../src/model/version.js'
import { characterSize } from '../../../src/report/printable.js'
import {
  asciiOnly,
  controlsKept,
  LINE_BYTES,
  maybeSysv,
  NAME_COLUMN,
  narrowName,
  utf8Kept,
} from '../projection/name.js'
import { isAsked } from './asked.js'
import { LineBuffer } from './line-buffer.js'

const NEWLINE = 0x0a
const COLUMN_32 = 49

/** What procps makes of the rest of a line. */
export interface Leftover {
  /** With -x in place of the mapping's row, else behind it. */
  readonly rows: RegionTable
  /** What the totals of shared memory have for these lines; private memory it counts but once. */
  readonly bytes: bigint
}

/** False where no mapping has a name so long that its line is not read as a whole. */
export function mayBeSplit({ seen }: Origin): boolean {
  const names = seen.view?.table.columns.names
  if (names === undefined) return false
  for (let id = 1; id < names.count; id++) if (names.size(id) + NAME_COLUMN >= LINE_BYTES) return true
  return false
}

/**
 * The rows that procps makes of the rest of a line of more than 1,023 bytes, which it takes for lines of their own. Undefined for
 * a line that it reads as a whole; 3.3.4 to 4.0.7.
 */
export function leftoverOf(view: View, row: number, origin: Origin): Leftover | undefined {
  const richer = origin.seen.view
  const name = richer?.table.pathnameBytes(row)
  const isSmall = richer?.dialect === '32bit'
  const column = isSmall ? COLUMN_32 : NAME_COLUMN
  const bits = isSmall ? 32 : 64
  if (name === undefined || name.length + column < LINE_BYTES) return undefined
  const { source, table, dialect } = view
  // From 3.3.15 on up to 4 a line that is no mapping is skipped, but its start was taken by then.
  const isChecked = !isBefore(source.version, '3.3.15') && isBefore(source.version, '4.0.0')
  const hasCounters = dialect === 'x'
  if (isChecked && !hasCounters) return undefined
  const builder = new TableBuilder()
  let end = table.end(row) ?? 0n
  let start = table.start(row) ?? 0n
  let bytes = 0n
  const buffer = new LineBuffer()
  const head = clean(view, name.subarray(0, LINE_BYTES - column))
  buffer.read(head, column)
  let shown = shownIn(head, table.pathnameBytes(row) ?? name, column)
  for (let at = LINE_BYTES - column; at <= name.length; at += LINE_BYTES) {
    const rest = name.subarray(at, at + LINE_BYTES)
    const first = rest[0] ?? NEWLINE
    // Lines that begin with a capital are those of counters.
    const isCounter = first >= 0x41 && first <= 0x5a
    if (!isCounter) start = scannedStart(rest, bits) ?? start
    if (isCounter || isChecked) {
      buffer.read(rest.length < LINE_BYTES ? Uint8Array.of(...rest, NEWLINE) : rest, 0)
      // The size stays as it was.
      if (isChecked) end = BigInt.asUintN(64, start + (table.size(row) ?? 0n))
      continue
    }
    const text = clean(view, rest)
    buffer.read(text, 0)
    shown = shownIn(text, leftoverName(view, row, origin, text, start), 0)
    if (table.perms(row)?.endsWith('s')) bytes += BigInt.asUintN(bits, end - start)
    if (!hasCounters) addRow(builder, table, row, start, endFor(start, end, bits), nameOf(shown, buffer))
  }
  if (hasCounters) {
    buffer.read(swapLine(row, origin), 0)
    addRow(builder, table, row, start, endFor(start, end, bits), nameOf(shown, buffer))
    copyCounters(builder, table, row)
  }
  return { rows: builder.build(), bytes }
}

/** The line of smaps at which -x prints a row: it has been read over the name. */
function swapLine(row: number, { seen, projection }: Origin): Uint8Array {
  const swap = seen.view?.table.columns.counters.get('Swap')
  const kilobytes = (swap?.bytes(projection.from[row] as number) ?? 0) / 1024
  return new TextEncoder().encode(`Swap:           ${String(kilobytes).padStart(8)} kB\n`)
}

/** A name where it ends a text that stands at a place of the buffer: its own place; else the name, which was made up. */
function shownIn(text: Uint8Array, name: Uint8Array, place: number): Uint8Array | number {
  const skipped = text.length - name.length
  return skipped >= 0 && name.every((byte, at) => text[skipped + at] === byte) ? place + skipped : name
}

function nameOf(shown: Uint8Array | number, buffer: LineBuffer): Uint8Array {
  return typeof shown === 'number' ? buffer.at(shown) : shown
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
function scannedStart(text: Uint8Array, bits: number): bigint | undefined {
  const match = /^\s*(?:0[xX])?([0-9a-fA-F]+)/.exec(new TextDecoder('latin1').decode(text))
  if (match === null) return undefined
  const value = BigInt(`0x${match[1]}`)
  const last = (1n << BigInt(bits)) - 1n
  return value > last ? last : value
}

/** An end as far behind the start as it is when both have so many bits. */
function endFor(start: bigint, end: bigint, bits: number): bigint {
  return BigInt.asUintN(64, start + BigInt.asUintN(bits, end - start))
}

function leftoverName(view: View, row: number, origin: Origin, name: Uint8Array, start: bigint): Uint8Array {
  const { facts } = origin.seen
  const richer = origin.seen.view?.table
  const mapping = {
    name,
    start,
    end: view.table.end(row) ?? start,
    onSysvDevice: maybeSysv(richer?.device(row), facts.sysvDevice),
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
