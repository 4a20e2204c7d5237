import type { Sink } from '../../../src/adapter.js'
import type { Sum } from '../program.js'
import type { Rows } from '../rows.js'
import { PrintedBlock, Strays } from './block.js'
import { PrintedLine } from './line.js'

/** Notes how the block that is being read was printed, as layouts of its table. */
export class Recorder {
  #printed: PrintedBlock = new PrintedBlock([])
  /** How many regions of the block there were. */
  #regions = 0
  #isNamed = false

  constructor(readonly sink: Sink) {
    sink.addLayout(this.#printed)
  }

  /** A process begins, and with it another view; what stands above the first, if that is no row, is its. */
  begin(): void {
    const isFirst = !this.#isNamed && this.#regions === 0
    this.#printed = new PrintedBlock(isFirst ? this.#printed.below : [])
    this.#isNamed = true
    this.#regions = 0
    this.sink.addLayout(this.#printed)
  }

  /** A row was read; where no region was opened for it, it is kept as it is. */
  row(rows: Rows, bytes: Uint8Array, from: number, to: number): void {
    if (this.sink.length === this.#regions) {
      this.line(bytes, from, to, [])
      return
    }
    const { below } = this.#printed
    if (below.length > 0) this.sink.layout(this.sink.addLayout(new Strays(below.splice(0))))
    if (this.#regions === 0 || rows.measuresEach) rows.measure(this.#printed, bytes, from, to)
    this.#regions += 1
  }

  /** A line of titles was read. */
  heading(bytes: Uint8Array, from: number, to: number): void {
    this.#printed.headings.push(bytes.slice(from, to))
  }

  /** A line was read that is about no mapping: it says these sums, or none. */
  line(bytes: Uint8Array, from: number, to: number, sums: readonly Sum[]): void {
    this.#printed.below.push(new PrintedLine(bytes.slice(from, to), sums))
  }
}
