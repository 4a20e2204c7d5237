import type { ByteWriter } from '../../../src/scan/writer.js'
import type { Block } from './block.js'

const encoder = new TextEncoder()

/** Writes a row's name as it is printed, and lsof's note behind it, which `-w` turns off. */
export function writeName(writer: ByteWriter, { view, options }: Block, row: number): void {
  writer.bytes(view.table.pathnameBytes(row) ?? new Uint8Array(0))
  const note = view.table.file(row)?.note
  if (note === undefined || !options.warnings) return
  writer.byte(0x20)
  writer.bytes(encoder.encode(note))
}
