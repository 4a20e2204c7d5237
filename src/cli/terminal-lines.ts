import { printableBytes } from '../report/printable.js'

const NEWLINE = 0x0a

/** Text for a terminal: its lines and TABs as they are, every other control byte escaped. */
export class TerminalLines {
  #rest: Uint8Array = new Uint8Array(0)
  /** True once anything was escaped. */
  escaped = false

  /** The lines that are whole by now. */
  push(piece: Uint8Array): string {
    const all = Buffer.concat([this.#rest, piece])
    const end = all.lastIndexOf(NEWLINE) + 1
    this.#rest = all.subarray(end)
    return this.#shown(all.subarray(0, end))
  }

  /** What stands behind the last newline. */
  end(): string {
    return this.#shown(this.#rest)
  }

  #shown(bytes: Uint8Array): string {
    const lines = Buffer.from(bytes).toString('latin1').split('\n')
    return lines
      .map((line) =>
        line
          .split('\t')
          .map((cell) => this.#safe(cell))
          .join('\t'),
      )
      .join('\n')
  }

  #safe(cell: string): string {
    const bytes = Buffer.from(cell, 'latin1')
    const safe = printableBytes(bytes)
    if (safe !== bytes.toString()) this.escaped = true
    return safe
  }
}
