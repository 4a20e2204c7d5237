import {
  END,
  HAS_DEVICE,
  HAS_END,
  HAS_INODE,
  HAS_OFFSET,
  HAS_PERMS,
  HAS_START,
  INODE,
  OFFSET,
  START,
} from '../../src/model/fields.js'
import { permsText } from '../../src/model/perms.js'
import type { RegionTable } from '../../src/model/table.js'
import { MemmapsError } from '../../src/report/errors.js'
import type { ByteWriter } from '../../src/scan/writer.js'
import { COLUMN_32, COLUMN_64 } from './parser.js'

/** What a line of maps cannot do without. */
const NEEDED: number = HAS_START | HAS_END | HAS_PERMS | HAS_OFFSET | HAS_DEVICE | HAS_INODE

/** Writes a region's line as the kernel's `show_vma_header_prefix` and `seq_path` do, newline included. */
export function writeMapsLine(writer: ByteWriter, table: RegionTable, row: number, column: number): void {
  const { columns } = table
  if (((columns.present[row] as number) & NEEDED) !== NEEDED) throw missing(table, row)
  const device = columns.devices[columns.deviceIds[row] as number] as { major: number; minor: number }
  let size = writer.hex(table.high(row, START), table.low(row, START), 8)
  writer.byte(0x2d)
  size += writer.hex(table.high(row, END), table.low(row, END), 8)
  writer.byte(0x20)
  const perms = table.extra(row)?.perms ?? permsText(columns.permsCodes[row] as number)
  writer.ascii(perms)
  writer.byte(0x20)
  size += writer.hex(table.high(row, OFFSET), table.low(row, OFFSET), 8)
  writer.byte(0x20)
  size += writer.hex(0, device.major, 2)
  writer.byte(0x3a)
  size += writer.hex(0, device.minor, 2)
  writer.byte(0x20)
  size += writer.decimal(table.high(row, INODE), table.low(row, INODE))
  writer.byte(0x20)
  size += 7 + perms.length
  const name = columns.nameIds[row] as number
  if (name !== 0) {
    writer.blanks(Math.max(1, column - size))
    writer.bytes(columns.names.bytes(name))
  }
  writer.byte(0x0a)
}

/** The column in which names begin, by dialect. */
export function columnOf(dialect: string): number {
  return dialect === '32bit' ? COLUMN_32 : COLUMN_64
}

function missing(table: RegionTable, row: number): MemmapsError {
  const region = table.at(row)
  const absent = (['start', 'end', 'perms', 'offset', 'device', 'inode'] as const).filter(
    (field) => region[field] === undefined,
  )
  return new MemmapsError(
    'unwritable',
    `region ${row + 1} has no ${absent.join(', ')}, and a line of maps cannot be written without`,
    'convert from maps, smaps or pmap -XX, which say them, or to json, which leaves out what is not known',
  )
}
