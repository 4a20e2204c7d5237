import type { ByteWriter } from '../../../src/scan/writer.js'
import type { Block } from './block.js'

const encoder = new TextEncoder()

/** A row's name in the spelling of the text that is written, without lsof's note. */
export function nameOf({ view, spell }: Block, row: number): Uint8Array | undefined {
  const name = view.table.pathnameBytes(row)
  return name && spell(name)
}

/** Writes a row's name as it is printed, and lsof's note behind it, which `-w` turns off. */
export function writeName(writer: ByteWriter, block: Block, row: number): void {
  const { view, options } = block
  writer.bytes(nameOf(block, row) ?? new Uint8Array(0))
  const note = view.table.file(row)?.note
  if (note === undefined || !options.warnings) return
  writer.byte(0x20)
  writer.bytes(encoder.encode(note))
}
