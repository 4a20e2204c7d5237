import { knownSpacings } from '../../src/kernel/smaps-fields.js'
import type { CounterName } from '../../src/model/region.js'
import {
  type CounterLine,
  counterLine,
  counterLineOf,
  type FlagsLine,
  type LayoutLine,
  newestLine,
  type TextLine,
} from './layout.js'

const latin1 = new TextDecoder('latin1')

/** The lines of a text, each spacing kept once, so that lines laid out alike are the same object. */
export class KnownLines {
  readonly #byName: Map<CounterName, readonly CounterLine[]> = new Map()
  readonly #odd: Map<string, LayoutLine> = new Map()

  /** How kernels space the line of a counter: the known ways, or the one to be expected for a name that none has. */
  ofCounter(name: CounterName): readonly CounterLine[] {
    let lines = this.#byName.get(name)
    if (lines === undefined) {
      const known = knownSpacings(name).map((spacing) => counterLineOf(name, spacing))
      lines = known.length > 0 ? known : [newestLine(name)]
      this.#byName.set(name, lines)
    }
    return lines
  }

  /** A counter's line that no kernel spaces so: everything around the number is kept as it is. */
  oddCounter(name: CounterName, text: Uint8Array, unit: Uint8Array): CounterLine {
    return this.#intern(counterLine(name, text, 0, unit), name, text, unit)
  }

  /** A line of vmFlags that no kernel spaces so. */
  oddFlags(before: Uint8Array, after: Uint8Array, exact?: Uint8Array): FlagsLine {
    const line: FlagsLine = { kind: 'flags', before, after, ...(exact === undefined ? {} : { exact }) }
    return exact === undefined ? this.#intern(line, 'VmFlags', before, after) : line
  }

  /** The line of a field that is kept as text. */
  text(before: Uint8Array): TextLine {
    return this.#intern({ kind: 'text', before }, '', before)
  }

  #intern<T extends LayoutLine>(line: T, ...key: (string | Uint8Array)[]): T {
    const text = [line.kind, ...key.map((part) => (typeof part === 'string' ? part : latin1.decode(part)))].join('\n')
    const known = this.#odd.get(text)
    if (known !== undefined) return known as T
    this.#odd.set(text, line)
    return line
  }
}
