import { ByteWriter } from '../../../src/scan/writer.js'
import { type Block, extraOf } from './block.js'
import { deviceNumber } from './fields.js'

/** The version that brought JSON. */
const FIRST_VERSION = '4.99.7'

const encoder = new TextEncoder()
const QUOTE = 0x22
const BACKSLASH = 0x5c

/** What -J and -j tell where -F names no letters. */
const USUAL: ReadonlySet<string> = new Set('pKMgRcuLfaltdDsoikPn')

/** The one object of `lsof -J` (4.99.7). */
export function* writeDocument(all: readonly Block[]): Iterable<Uint8Array> {
  const writer = new ByteWriter()
  const blocks = all.filter(({ view, projected }) => view.table.length > 0 || !projected)
  writer.ascii('{"lsof_version":')
  quote(writer, encoder.encode(blocks[0]?.view.source.version ?? FIRST_VERSION))
  writer.ascii(',"processes":[')
  for (const [place, block] of blocks.entries()) {
    writer.ascii(place === 0 ? '{' : ',{')
    const members = new Members(writer, block)
    members.process(block)
    members.key('files')
    writer.ascii('[')
    for (let row = 0; row < block.view.table.length; row++) {
      writer.ascii(row === 0 ? '{' : ',{')
      new Members(writer, block).file(block, row)
      writer.ascii('}')
    }
    writer.ascii(']}')
    yield* writer.take()
  }
  writer.ascii(']}\n')
  yield* writer.finish()
}

/** The lines of `lsof -j` (4.99.7), a file each. */
export function* writeLines(blocks: readonly Block[]): Iterable<Uint8Array> {
  const writer = new ByteWriter()
  for (const block of blocks) {
    for (let row = 0; row < block.view.table.length; row++) {
      writer.ascii('{')
      const members = new Members(writer, block)
      members.process(block)
      members.file(block, row)
      writer.ascii('}\n')
    }
    yield* writer.take()
  }
  yield* writer.finish()
}

/** Writes the members of one object, those that were asked for. */
class Members {
  #any = false
  readonly #asked: ReadonlySet<string>

  constructor(
    readonly writer: ByteWriter,
    { options }: Block,
  ) {
    this.#asked = options.fields ?? USUAL
  }

  process({ process, command, task, options }: Block): void {
    this.#number('p', 'pid', process.pid)
    this.#number('K', 'tid', task && Number(task.tid))
    this.#string('M', 'task_cmd', task?.comm)
    this.#number('g', 'pgid', process.pgid)
    this.#number('R', 'ppid', process.ppid)
    this.#string('c', 'command', command)
    this.#number('u', 'uid', process.uid)
    if (!options.numericUsers) this.#string('L', 'login', process.user)
  }

  file(block: Block, row: number): void {
    const { table } = block.view
    const { descriptor, access, lock, type, rdev, size, links } = table.file(row) ?? {}
    const device = table.device(row)
    this.#string('f', 'fd', descriptor)
    this.#string('a', 'access', access)
    this.#string('l', 'lock', lock)
    this.#string('t', 'type', type)
    this.#string('d', 'device', extraOf(block, row, 'd'))
    this.#string('D', 'device_number', device && `0x${deviceNumber(device).toString(16)}`)
    this.#string('r', 'raw_device', rdev && `0x${deviceNumber(rdev).toString(16)}`)
    this.#string('s', 'size', size?.toString())
    this.#string('i', 'inode', table.inode(row)?.toString())
    this.#number('k', 'nlink', links)
    this.#string('P', 'protocol', extraOf(block, row, 'P'))
    this.#string('n', 'name', table.pathnameBytes(row))
  }

  /** Begins a member. */
  key(name: string): void {
    this.writer.ascii(`${this.#any ? ',' : ''}"${name}":`)
    this.#any = true
  }

  #number(letter: string, name: string, value: number | bigint | undefined): void {
    if (value === undefined || !this.#asked.has(letter)) return
    this.key(name)
    this.writer.ascii(String(value))
  }

  #string(letter: string, name: string, value: string | Uint8Array | undefined): void {
    if (value === undefined || !this.#asked.has(letter)) return
    this.key(name)
    quote(this.writer, typeof value === 'string' ? encoder.encode(value) : value)
  }
}

/** Writes a string as lsof does: what is not a control character, a quote or a backslash stands as it is. */
function quote(writer: ByteWriter, value: Uint8Array): void {
  writer.byte(QUOTE)
  for (const byte of value) {
    if (byte < 0x20) writer.ascii(`\\u${byte.toString(16).padStart(4, '0')}`)
    else {
      if (byte === QUOTE || byte === BACKSLASH) writer.byte(BACKSLASH)
      writer.byte(byte)
    }
  }
  writer.byte(QUOTE)
}
