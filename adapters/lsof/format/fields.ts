import type { Device } from '../../../src/model/device.js'
import { ByteWriter } from '../../../src/scan/writer.js'
import { type Block, extraOf } from './block.js'
import { writeName } from './name.js'

const encoder = new TextEncoder()
const NEWLINE = 0x0a

/** The fields of lsof -F (4.93 to 4.99), each ended by a newline, or by NUL with a newline behind each set. */
export function* writeFields(blocks: readonly Block[], nul: boolean): Iterable<Uint8Array> {
  const writer = new ByteWriter()
  const fields = new FieldWriter(writer, nul ? 0 : NEWLINE)
  for (const block of blocks) {
    const { table, process } = block.view
    // A listing may tell a process and nothing of its files: `-Fp`.
    if (table.length === 0 && (block.projected || process?.pid === undefined)) continue
    fields.process(block)
    for (let row = 0; row < table.length; row++) fields.file(block, row)
    yield* writer.take()
  }
  yield* writer.finish()
}

/** A `dev_t` as glibc makes it of a device. */
export function deviceNumber({ major, minor }: Device): bigint {
  const [high, low] = [BigInt(major), BigInt(minor)]
  return ((high & 0xfffn) << 8n) | ((high >> 12n) << 44n) | (low & 0xffn) | ((low >> 8n) << 20n)
}

/** Writes the fields that were asked for, set by set. */
class FieldWriter {
  #asked: ReadonlySet<string> = new Set()
  /** True once the open set has a field. */
  #any = false

  constructor(
    readonly writer: ByteWriter,
    readonly terminator: number,
  ) {}

  process({ options, process, printed, task }: Block): void {
    this.#asked = options.fields ?? new Set('p')
    this.#text('p', process.pid, true)
    this.#text('K', task?.tid)
    if (task !== undefined) this.#bytes('M', task.comm)
    this.#text('g', process.pgid)
    this.#text('R', process.ppid)
    this.#bytes('c', printed)
    // A signed int, so that ids from 2^31 on have a minus.
    this.#text('u', process.uid === undefined ? undefined : process.uid | 0)
    if (!options.numericUsers) this.#text('L', process.user)
    this.#endSet()
  }

  file(block: Block, row: number): void {
    const { table } = block.view
    const { descriptor, access, lock, type, rdev, size, links } = table.file(row) ?? {}
    const device = table.device(row)
    this.#text('f', descriptor)
    this.#text('a', access ?? ' ')
    this.#text('l', lock ?? ' ')
    this.#text('t', type)
    this.#text('d', extraOf(block, row, 'd'))
    this.#text('D', device && `0x${deviceNumber(device).toString(16)}`)
    this.#text('r', rdev && `0x${deviceNumber(rdev).toString(16)}`)
    this.#text('s', size)
    this.#text('o', extraOf(block, row, 'o'))
    this.#text('i', table.inode(row))
    this.#text('k', links)
    this.#text('P', extraOf(block, row, 'P'))
    if (this.#asked.has('n') && table.pathnameBytes(row) !== undefined) {
      this.writer.ascii('n')
      writeName(this.writer, block, row)
      this.#end()
    }
    this.#endSet()
  }

  #text(letter: string, value: string | number | bigint | undefined, always = false): void {
    if (value === undefined || !(always || this.#asked.has(letter))) return
    this.writer.ascii(letter)
    this.writer.bytes(encoder.encode(String(value)))
    this.#end()
  }

  #bytes(letter: string, value: Uint8Array | undefined): void {
    if (value === undefined || !this.#asked.has(letter)) return
    this.writer.ascii(letter)
    this.writer.bytes(value)
    this.#end()
  }

  #end(): void {
    this.writer.byte(this.terminator)
    this.#any = true
  }

  #endSet(): void {
    if (this.#any && this.terminator !== NEWLINE) this.writer.byte(NEWLINE)
    this.#any = false
  }
}
