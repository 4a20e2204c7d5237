import { ByteWriter } from '../../../src/scan/writer.js'
import { isCharUnsigned } from '../names/char.js'
import type { Block } from './block.js'
import { letters } from './cells.js'
import { type Column, columnsOfFile, columnsOfProcess, FD } from './columns.js'
import { commandCell, commandLength } from './command.js'
import { writeName } from './name.js'

const encoder = new TextEncoder()
const NOTHING = new Uint8Array(0)

/** A column's cells by block and row, and the width that the longest needs. */
interface Sized {
  readonly title: string
  readonly cells: readonly (readonly (string | number)[])[]
  readonly width: number
}

/** The table of lsof 4.93 to 4.99: widths over all rows, then a line of titles and a line a row; nothing where none is. */
export function* writeTable(all: readonly Block[]): Iterable<Uint8Array> {
  const blocks = all.filter(({ view }) => view.table.length > 0)
  const [first] = blocks
  if (first === undefined) return
  const { options } = first
  const tasks = blocks.some(({ task }) => task !== undefined)
  const unsigned = isCharUnsigned(first.view.source.arch)
  const limit = options.commandWidth || Number.POSITIVE_INFINITY
  const command = commandWidth(
    blocks.map((block) => block.command),
    limit,
    unsigned,
  )
  const taskCommand = commandWidth(
    blocks.map(({ task }) => task?.comm),
    limit,
    unsigned,
  )
  const pid = widest(
    'PID',
    blocks.map(({ process }) => String(process.pid ?? '')),
  )
  const tid = widest(
    'TID',
    blocks.map(({ task }) => task?.tid ?? ''),
  )
  const ofProcess = columnsOfProcess(options).map((column) => sized(column, blocks, () => 1))
  const fd = sized(FD, blocks, rowsOf)
  const ofFile = columnsOfFile(options).map((column) => sized(column, blocks, rowsOf))

  const writer = new ByteWriter()
  writer.ascii(`${'COMMAND'.padEnd(command)} ${'PID'.padStart(pid)}`)
  if (tasks) writer.ascii(` ${'TID'.padStart(tid)} ${'TASKCMD'.padEnd(taskCommand)}`)
  for (const { title, width } of ofProcess) writer.ascii(` ${title.padStart(width)}`)
  writer.ascii(` ${'FD'.padStart(fd.width)}  `)
  for (const { title, width } of ofFile) writer.ascii(` ${title.padStart(width)}`)
  writer.ascii(' NAME\n')
  for (const [at, block] of blocks.entries()) {
    const { table } = block.view
    const { task } = block
    let head = `${commandCell(block.command ?? NOTHING, command, unsigned)} ${String(block.process.pid ?? '').padStart(pid)}`
    if (tasks)
      head += ` ${(task?.tid ?? '').padStart(tid)} ${commandCell(task?.comm ?? NOTHING, taskCommand, unsigned)}`
    for (const { cells, width } of ofProcess) head += ` ${padded(String(cells[at]?.[0]), width)}`
    const headBytes = encoder.encode(head)
    for (let row = 0; row < table.length; row++) {
      writer.bytes(headBytes)
      writeCell(writer, fd, at, row)
      writeRest(writer, block, ofFile, at, row)
    }
    yield* writer.take()
  }
  yield* writer.finish()
}

/** Writes what stands behind FD in a row. */
function writeRest(writer: ByteWriter, block: Block, columns: readonly Sized[], at: number, row: number): void {
  writer.ascii(letters(block.view.table.file(row)))
  for (let place = 0; place < columns.length; place++) writeCell(writer, columns[place] as Sized, at, row)
  writer.byte(0x20)
  writeName(writer, block, row)
  writer.byte(0x0a)
}

function commandWidth(commands: readonly (Uint8Array | undefined)[], limit: number, unsigned: boolean): number {
  const longest = commands.reduce(
    (width, one) => Math.max(width, one === undefined ? 0 : commandLength(one, unsigned)),
    0,
  )
  return Math.max('COMMAND'.length, Math.min(limit, longest))
}

function widest(title: string, cells: readonly string[]): number {
  return cells.reduce((width, cell) => Math.max(width, cell.length), title.length)
}

function rowsOf({ view }: Block): number {
  return view.table.length
}

function sized({ title, cell }: Column, blocks: readonly Block[], rows: (block: Block) => number): Sized {
  let width = title.length
  const cells = blocks.map((block) => {
    const own: (string | number)[] = []
    const count = rows(block)
    let last: string | number = ''
    for (let row = 0; row < count; row++) {
      const one = cell(block, row)
      if (one !== last) width = Math.max(width, typeof one === 'number' ? digitsOf(one) : bytesIn(one))
      last = one
      own.push(one)
    }
    return own
  })
  return { title, cells, width }
}

function writeCell(writer: ByteWriter, { cells, width }: Sized, block: number, row: number): void {
  const text = cells[block]?.[row] as string | number
  if (typeof text === 'number') {
    writer.byte(0x20)
    writer.number(text, width)
    return
  }
  const size = bytesIn(text)
  writer.blanks(1 + width - size)
  if (size === text.length) writer.ascii(text)
  else writer.bytes(encoder.encode(text))
}

function padded(text: string, width: number): string {
  return ' '.repeat(width - bytesIn(text)) + text
}

function digitsOf(number: number): number {
  let digits = 1
  for (let limit = 10; number >= limit; limit *= 10) digits += 1
  return digits
}

/** How many bytes of UTF-8 a text takes. */
function bytesIn(text: string): number {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return encoder.encode(text).length
  return text.length
}
