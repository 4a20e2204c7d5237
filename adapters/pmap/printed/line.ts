import type { ByteWriter } from '../../../src/scan/writer.js'
import type { SumOf } from '../format/layout.js'
import type { Sum } from '../program.js'

/** Text, and the sum behind it, which is printed in at least so many columns. */
interface Part {
  readonly text: Uint8Array
  readonly sum?: string
  readonly width: number
}

const BLANK = 0x20

/** A line of a block that is about no mapping: its words as they were printed, and which sums stand between them. */
export class PrintedLine {
  readonly #parts: readonly Part[]

  /** Numbers are sums where `sums` names as many as the line has. */
  constructor(bytes: Uint8Array, sums: readonly Sum[]) {
    const to = bytes.length
    const parts: Part[] = []
    let text = 0
    for (let at = 0; at < to; ) {
      if (!isDigit(bytes[at] as number)) {
        at += 1
        continue
      }
      let end = at
      while (end < to && isDigit(bytes[end] as number)) end += 1
      let padded = at
      while (padded > text && bytes[padded - 1] === BLANK) padded -= 1
      parts.push({ text: bytes.slice(text, padded), sum: sums[parts.length]?.name ?? '', width: end - padded })
      text = end
      at = end
    }
    this.#parts =
      parts.length === sums.length ? [...parts, { text: bytes.slice(text, to), width: 0 }] : [{ text: bytes, width: 0 }]
  }

  /** Writes the line with these sums, newline included. */
  write(writer: ByteWriter, sum: SumOf): void {
    for (const { text, sum: name, width } of this.#parts) {
      writer.bytes(text)
      if (name !== undefined) writer.ascii(String(sum(name) ?? 0n).padStart(width))
    }
    writer.byte(0x0a)
  }
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39
}
