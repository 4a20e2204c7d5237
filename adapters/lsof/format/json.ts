import { ByteWriter } from '../../../src/scan/writer.js'
import { JsonLayout, type KeyLayout } from '../reading/layout.js'
import type { Block } from './block.js'
import { FILE_KEYS, type KeyOf, keyNamed, PROCESS_KEYS } from './json-keys.js'

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
  const blocks = all.filter(
    ({ view, projected }) => view.table.length > 0 || (!projected && view.process !== undefined),
  )
  const first = blocks.map((block) => layoutOf(block, 0)).find((layout) => layout !== undefined)
  writer.ascii('{')
  if (first === undefined || first.version !== undefined) {
    writer.ascii('"lsof_version":')
    quote(writer, first?.version ?? encoder.encode(blocks[0]?.view.source.version ?? FIRST_VERSION))
    writer.ascii(',')
  }
  writer.ascii('"processes":[')
  for (const [place, block] of blocks.entries()) {
    writer.ascii(place === 0 ? '{' : ',{')
    const members = new Members(writer, block)
    members.put(PROCESS_KEYS, layoutOf(block, 0)?.process, 0)
    members.key('files')
    writer.ascii('[')
    for (let row = 0; row < block.view.table.length; row++) {
      writer.ascii(row === 0 ? '{' : ',{')
      new Members(writer, block).put(FILE_KEYS, layoutOf(block, row)?.file, row)
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
      const layout = layoutOf(block, row)
      writer.ascii('{')
      const members = new Members(writer, block)
      members.put(PROCESS_KEYS, layout?.process, row)
      members.put(FILE_KEYS, layout?.file, row)
      writer.ascii('}\n')
    }
    yield* writer.take()
  }
  yield* writer.finish()
}

/** Writes the members of one object: those that were read, or else those that were asked for. */
class Members {
  #any = false

  constructor(
    readonly writer: ByteWriter,
    readonly block: Block,
  ) {}

  put(keys: readonly KeyOf[], layout: readonly KeyLayout[] | undefined, row: number): void {
    if (layout !== undefined) {
      for (const { name, bare } of layout) this.#member(keyNamed(name), bare, row)
      return
    }
    const asked = this.block.options.fields ?? USUAL
    for (const key of keys) if (asked.has(key.letter)) this.#member(key, key.bare, row)
  }

  /** Begins a member. */
  key(name: string): void {
    if (this.#any) this.writer.ascii(',')
    quote(this.writer, encoder.encode(name))
    this.writer.ascii(':')
    this.#any = true
  }

  #member({ name, value }: KeyOf, bare: boolean, row: number): void {
    const said = value(this.block, row)
    if (said === undefined) return
    this.key(name)
    const bytes = said instanceof Uint8Array ? said : encoder.encode(String(said))
    if (bare) this.writer.bytes(bytes)
    else quote(this.writer, bytes)
  }
}

function layoutOf({ view: { table } }: Block, row: number): JsonLayout | undefined {
  const layout = row < table.length ? table.layout(row) : undefined
  return layout instanceof JsonLayout ? layout : undefined
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
