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
import { nameColumn, type Spelling, unnamedSize } from './spelling.js'

/** What a line of maps cannot do without; the device and the inode stand on all but those of moss. */
const RANGE: number = HAS_START | HAS_END | HAS_PERMS | HAS_OFFSET
const FILE: number = HAS_DEVICE | HAS_INODE

const NEWLINE = 0x0a
const BACKSLASH = 0x5c
const OPENING = 0x5b

/** A newline in a file's name, as the kernel's `seq_path` escapes it. */
const ESCAPED: readonly number[] = [BACKSLASH, 0x30, 0x31, 0x32]

/** Writes a region's line as its producer does, newline included. */
export function writeMapsLine(writer: ByteWriter, table: RegionTable, row: number, spelling: Spelling): void {
  const { columns } = table
  const needed = spelling.device === 0 ? RANGE : RANGE | FILE
  if (((columns.present[row] as number) & needed) !== needed) throw missing(table, row, spelling)
  let size = writer.hex(table.high(row, START), table.low(row, START), spelling.address)
  writer.byte(0x2d)
  size += writer.hex(table.high(row, END), table.low(row, END), spelling.address)
  writer.byte(0x20)
  const perms = table.extra(row)?.perms ?? permsText(columns.permsCodes[row] as number)
  writer.ascii(perms)
  writer.byte(0x20)
  size += writer.hex(table.high(row, OFFSET), table.low(row, OFFSET), spelling.offset)
  size += 3 + perms.length
  if (spelling.device > 0) size += writeFile(writer, table, row, spelling.device)
  const name = columns.nameIds[row] as number
  if (name === 0) writer.blanks(unnamedSize(spelling, size) - size)
  else {
    const bytes = columns.names.bytes(name)
    writer.blanks(nameColumn(spelling, size, bytes[0] as number) - size)
    writeName(writer, bytes, spelling)
  }
  writer.byte(NEWLINE)
}

/** Writes device and inode; gives how many bytes that is. */
function writeFile(writer: ByteWriter, table: RegionTable, row: number, digits: number): number {
  const { devices, deviceIds } = table.columns
  const device = devices[deviceIds[row] as number] as { major: number; minor: number }
  writer.byte(0x20)
  let size = writer.hex(0, device.major, digits)
  writer.byte(0x3a)
  size += writer.hex(0, device.minor, digits)
  writer.byte(0x20)
  return size + 3 + writer.decimal(table.high(row, INODE), table.low(row, INODE))
}

/** A newline stands as it is in text of kernels that print it so, and in the names that programs give to memory. */
function writeName(writer: ByteWriter, name: Uint8Array, { raw }: Spelling): void {
  if (raw || name[0] === OPENING || !name.includes(NEWLINE)) {
    writer.bytes(name)
    return
  }
  for (const byte of name) {
    if (byte !== NEWLINE) writer.byte(byte)
    else for (const one of ESCAPED) writer.byte(one)
  }
}

function missing(table: RegionTable, row: number, { device }: Spelling): MemmapsError {
  const region = table.at(row)
  const needed = ['start', 'end', 'perms', 'offset', ...(device > 0 ? (['device', 'inode'] as const) : [])] as const
  const absent = needed.filter((field) => region[field] === undefined)
  return new MemmapsError(
    'unwritable',
    `region ${row + 1} has no ${absent.join(', ')}, and a line of maps cannot be written without`,
    'convert from maps, smaps or pmap -XX, which say them, or to json, which leaves out what is not known',
  )
}
