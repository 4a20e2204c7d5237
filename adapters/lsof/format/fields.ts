import type { Device } from '../../../src/model/device.js'
import { ByteWriter } from '../../../src/scan/writer.js'
import { FieldsLayout } from '../reading/layout.js'
import type { Block } from './block.js'
import { extraOf } from './extra.js'
import { writeName } from './name.js'

const encoder = new TextEncoder()
const NEWLINE = 0x0a

/** The letters behind `p` and those of a file, in the order in which lsof (4.93 to 4.99) prints them. */
const PROCESS = 'KMgRcuL'
const FILE = 'faltdDrsoikPn'

/** The letters of a file that the model has fields for. */
const MODELLED = 'faltDrsikn'

/** The descriptor of a mapped file of which nobody said whether it is the executable, or gone. */
export const UNTOLD = 'mem'

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

/** Writes the fields that were asked for, or those that were read, set by set. */
class FieldWriter {
  /** The letters of a file of the process, where its rows do not tell. */
  #asked = ''
  /** True once the open set has a field. */
  #any = false

  constructor(
    readonly writer: ByteWriter,
    readonly terminator: number,
  ) {}

  process(block: Block): void {
    const { options, view } = block
    const asked = options.fields ?? new Set('p')
    const chosen = (letters: string): string => [...letters].filter((letter) => asked.has(letter)).join('')
    this.#asked = chosen(FILE)
    const letters = layoutOf(block, 0)?.process ?? `p${chosen(PROCESS)}`
    for (const letter of letters) {
      const known = letter === 'p' || PROCESS.includes(letter)
      this.#put(letter, known ? processValue(block, letter) : extraOf(view.table, 0, letter))
    }
    this.#endSet()
  }

  file(block: Block, row: number): void {
    const layout = layoutOf(block, row)
    const letters = layout?.file ?? this.#asked
    for (let at = 0; at < letters.length; at++) {
      const letter = letters[at] as string
      const before = layout === undefined ? 0 : timesBefore(letters, at)
      if (letter === 'n' && before === 0) this.#name(block, row)
      else this.#put(letter, fileValue(block, row, letter, before))
    }
    this.#endSet()
    if (layout?.mark === undefined) return
    this.writer.bytes(layout.mark)
    this.writer.byte(NEWLINE)
  }

  #name(block: Block, row: number): void {
    if (block.view.table.pathnameBytes(row) === undefined) return
    this.writer.ascii('n')
    writeName(this.writer, block, row)
    this.#end()
  }

  #put(letter: string, value: string | number | bigint | Uint8Array | undefined): void {
    if (value === undefined) return
    this.writer.ascii(letter)
    this.writer.bytes(value instanceof Uint8Array ? value : encoder.encode(String(value)))
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

function layoutOf({ view: { table } }: Block, row: number): FieldsLayout | undefined {
  const layout = row < table.length ? table.layout(row) : undefined
  return layout instanceof FieldsLayout ? layout : undefined
}

/** How often a letter stands in front of that place. */
function timesBefore(letters: string, at: number): number {
  let times = 0
  for (let place = 0; place < at; place++) if (letters[place] === letters[at]) times += 1
  return times
}

function processValue(
  { process, printed, task, options }: Block,
  letter: string,
): string | number | Uint8Array | undefined {
  switch (letter) {
    case 'p':
      return process.pid
    case 'K':
      return task?.tid
    case 'M':
      return task?.comm
    case 'g':
      return process.pgid
    case 'R':
      return process.ppid
    case 'c':
      return printed
    case 'u':
      // A signed int, so that ids from 2^31 on have a minus.
      return process.uid === undefined ? undefined : process.uid | 0
    default:
      return options.numericUsers ? undefined : process.user
  }
}

/** A field of a file; what the model has no field for, and what a set has twice, is among the values that were kept. */
function fileValue(
  { view: { table } }: Block,
  row: number,
  letter: string,
  before: number,
): string | bigint | Uint8Array | undefined {
  if (!MODELLED.includes(letter)) return extraOf(table, row, letter, before)
  if (before > 0) return extraOf(table, row, letter, before - 1)
  const file = table.file(row)
  switch (letter) {
    case 'f':
      return file?.descriptor ?? UNTOLD
    case 'a':
      return file?.access ?? ' '
    case 'l':
      return file?.lock ?? ' '
    case 't':
      return file?.type
    case 'D':
      return hex(table.device(row))
    case 'r':
      return hex(file?.rdev)
    case 's':
      return file?.size
    case 'i':
      return table.inode(row)
    default:
      return file?.links
  }
}

function hex(device: Device | undefined): string | undefined {
  return device && `0x${deviceNumber(device).toString(16)}`
}
