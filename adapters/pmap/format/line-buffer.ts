import { LINE_BYTES } from '../projection/name.js'

/** The one buffer that procps reads all lines into; a name is a place in it, and goes on to change with what is read next. */
export class LineBuffer {
  readonly #bytes: Uint8Array = new Uint8Array(LINE_BYTES + 1)

  /** Writes what was read over what was there, from a place on, and a NUL behind it. */
  read(text: Uint8Array, place: number): void {
    this.#bytes.set(text, place)
    this.#bytes[place + text.length] = 0
  }

  /** The text that stands at a place now: up to the next NUL. */
  at(place: number): Uint8Array {
    return this.#bytes.slice(place, this.#bytes.indexOf(0, place))
  }
}
