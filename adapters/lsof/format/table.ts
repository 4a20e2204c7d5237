import type { FileFacts } from '../../../src/model/region.js'
import { ByteWriter } from '../../../src/scan/writer.js'
import type { Block } from './block.js'
import { type Column, columnsOfFile, columnsOfProcess, FD } from './columns.js'
import { commandCell, commandLength } from './command.js'
import { writeName } from './name.js'

const encoder = new TextEncoder()
const NOTHING = new Uint8Array(0)

/** A column with the width that its longest cell needs. */
interface Sized extends Column {
  readonly width: number
}

/** The table of lsof 4.93 to 4.99: widths over all rows, then a line of titles and a line a row; nothing where none is. */
export function* writeTable(all: readonly Block[]): Iterable<Uint8Array> {
  const blocks = all.filter(({ view }) => view.table.length > 0)
  const [first] = blocks
  if (first === undefined) return
  const { options } = first
  const tasks = blocks.some(({ task }) => task !== undefined)
  const limit = options.commandWidth || Number.POSITIVE_INFINITY
  const command = commandWidth(
    blocks.map((block) => block.command),
    limit,
  )
  const taskCommand = commandWidth(
    blocks.map(({ task }) => task?.comm),
    limit,
  )
  const pid = widest(
    'PID',
    blocks.map(({ process }) => String(process.pid ?? '')),
  )
  const tid = widest(
    'TID',
    blocks.map(({ task }) => task?.tid ?? ''),
  )
  const ofProcess = columnsOfProcess(options).map((column) => sized(column, blocks))
  const fd = sized(FD, blocks)
  const ofFile = columnsOfFile(options).map((column) => sized(column, blocks))

  const writer = new ByteWriter()
  writer.ascii(`${'COMMAND'.padEnd(command)} ${'PID'.padStart(pid)}`)
  if (tasks) writer.ascii(` ${'TID'.padStart(tid)} ${'TASKCMD'.padEnd(taskCommand)}`)
  for (const { title, width } of ofProcess) writer.ascii(` ${title.padStart(width)}`)
  writer.ascii(` ${'FD'.padStart(fd.width)}  `)
  for (const { title, width } of ofFile) writer.ascii(` ${title.padStart(width)}`)
  writer.ascii(' NAME\n')
  for (const block of blocks) {
    const { table } = block.view
    const { task } = block
    let head = `${commandCell(block.command ?? NOTHING, command)} ${String(block.process.pid ?? '').padStart(pid)}`
    if (tasks) head += ` ${(task?.tid ?? '').padStart(tid)} ${commandCell(task?.comm ?? NOTHING, taskCommand)}`
    for (let row = 0; row < table.length; row++) {
      writer.ascii(head)
      for (const column of ofProcess) writeCell(writer, column, block, row)
      writeCell(writer, fd, block, row)
      writer.ascii(letters(table.file(row)))
      for (const column of ofFile) writeCell(writer, column, block, row)
      writer.byte(0x20)
      writeName(writer, block, row)
      writer.byte(0x0a)
    }
    yield* writer.take()
  }
  yield* writer.finish()
}

function commandWidth(commands: readonly (Uint8Array | undefined)[], limit: number): number {
  const longest = commands.reduce((width, one) => Math.max(width, one === undefined ? 0 : commandLength(one)), 0)
  return Math.max('COMMAND'.length, Math.min(limit, longest))
}

function widest(title: string, cells: readonly string[]): number {
  return cells.reduce((width, cell) => Math.max(width, cell.length), title.length)
}

function sized(column: Column, blocks: readonly Block[]): Sized {
  let width = column.title.length
  for (const block of blocks) {
    for (let row = 0; row < block.view.table.length; row++) {
      width = Math.max(width, encoder.encode(column.cell(block, row)).length)
    }
  }
  return { ...column, width }
}

function writeCell(writer: ByteWriter, { cell, width }: Sized, block: Block, row: number): void {
  const bytes = encoder.encode(cell(block, row))
  writer.blanks(1 + width - bytes.length)
  writer.bytes(bytes)
}

/** The access and the lock letter; a lock has a dash before it where there is no access. */
function letters(file: FileFacts | undefined): string {
  const access = file?.access ?? (file?.lock === undefined ? ' ' : '-')
  return `${access}${file?.lock ?? ' '}`
}
