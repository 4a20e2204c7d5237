import type { Sink } from '../../../src/adapter.js'
import type { CurrentLine } from '../reading/current.js'
import type { FieldPlace } from './places.js'

const NUL = 0
const NEWLINE = 0x0a

/** The kernel's names of threads have at most so many bytes. */
const LONGEST = 15

/** A TASKCMD of -F0 that goes on on the next line: the one field that lsof prints as it is, newlines and all. */
export class OpenTask {
  /** What was read so far. */
  value: Uint8Array = new Uint8Array(0)
  #open = false
  /** The line it begins on, should the text end with it. */
  #line: Uint8Array = new Uint8Array(0)
  #column = 0

  /** Begins with the field that ends the current line, and has no NUL there. */
  begin({ bytes, from, to }: CurrentLine, field: FieldPlace): void {
    this.value = bytes.slice(field.from, field.to)
    this.#open = true
    this.#line = bytes.slice(from, to)
    this.#column = field.from - 1 - from
  }

  /** Goes on with a line: gives where the value ends in it, or −1 when the line is something else. */
  goOn(bytes: Uint8Array, from: number, to: number): number {
    if (!this.#open) return -1
    const nul = bytes.subarray(from, to).indexOf(NUL)
    const end = nul < 0 ? to : from + nul
    const whole = Uint8Array.of(...this.value, NEWLINE, ...bytes.subarray(from, Math.min(end, from + LONGEST)))
    this.#open = whole.length < LONGEST && nul < 0
    if (whole.length > LONGEST) return -1
    this.value = whole
    return end
  }

  /** Reports a value that the end of the text cut. */
  end(sink: Sink): void {
    const line = this.#line
    if (this.#open) sink.report('cut-short', line, 0, line.length, this.#column, line.length, 'M')
  }
}
