import type { Sink } from '../../src/adapter.js'
import { startsWith } from '../../src/scan/cursor.js'
import { isKnownFlag } from './flags-line.js'
import type { KnownLines } from './known-lines.js'
import { FLAGS_LINE, type FlagsLine } from './layout.js'
import type { LayoutNode } from './layout-tree.js'
import { isSpace, skipSpaces, trimSpaces } from './line-shape.js'

const BLANK = 0x20
const NOTHING = new Uint8Array(0)
const ascii = new TextDecoder('latin1')

/** Reads the lines of vmFlags that the record before did not foretell, and those with codes that no kernel prints. */
export class FlagsReader {
  /** The codes that were noted: each is said once a text. */
  readonly #noted: Set<string> = new Set()

  constructor(
    readonly sink: Sink,
    readonly lines: KnownLines,
  ) {}

  /** Reads the line `bytes[from, to)` with the label's colon at `colon`; gives how far the record has come then. */
  read(node: LayoutNode, bytes: Uint8Array, from: number, to: number, colon: number): LayoutNode | undefined {
    const { sink } = this
    if (node.hasFlags) {
      sink.report('duplicate-counter', bytes, from, to, from, colon, 'VmFlags')
      return undefined
    }
    const codesFrom = skipSpaces(bytes, colon + 1, to)
    const codesTo = trimSpaces(bytes, codesFrom, to)
    const codes = this.#codes(bytes, from, to, codesFrom, codesTo)
    sink.part()
    sink.vmFlags(codes, 0, codes.length)
    return node.step(this.#lineOf(codes, bytes, from, to, codesFrom, codesTo))
  }

  /** The codes with one blank between them; notes the ones that are new to us. */
  #codes(bytes: Uint8Array, from: number, to: number, codesFrom: number, codesTo: number): Uint8Array {
    const codes = new Uint8Array(codesTo - codesFrom)
    let size = 0
    for (let at = codesFrom; at < codesTo; ) {
      let end = at
      while (end < codesTo && !isSpace(bytes[end])) end++
      if (!isKnownFlag(bytes, at, end)) this.#note(bytes, from, to, at, end)
      if (size > 0) codes[size++] = BLANK
      for (let i = at; i < end; i++) codes[size++] = bytes[i] as number
      at = skipSpaces(bytes, end, codesTo)
    }
    return codes.subarray(0, size)
  }

  #lineOf(
    codes: Uint8Array,
    bytes: Uint8Array,
    from: number,
    to: number,
    codesFrom: number,
    codesTo: number,
  ): FlagsLine {
    if (prints(FLAGS_LINE, codes, bytes, from, to)) return FLAGS_LINE
    const before = bytes.slice(from, codesFrom)
    const after = bytes.slice(codesTo, to)
    const odd = this.lines.oddFlags(before, after)
    return prints(odd, codes, bytes, from, to) ? odd : this.lines.oddFlags(before, after, bytes.slice(from, to))
  }

  #note(bytes: Uint8Array, from: number, to: number, at: number, end: number): void {
    const code = ascii.decode(bytes.subarray(at, end))
    if (this.#noted.has(code)) return
    this.#noted.add(code)
    this.sink.report('unknown-flag', bytes, from, to, at, end, 'vmFlags')
  }
}

/** True when the codes, laid out as the line says, are `bytes[from, to)`. */
function prints(line: FlagsLine, codes: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  const after = codes.length === 0 ? NOTHING : line.after
  if (line.before.length + codes.length + after.length !== to - from) return false
  const codesFrom = from + line.before.length
  return (
    startsWith(bytes, from, to, line.before) &&
    startsWith(bytes, codesFrom, to, codes) &&
    startsWith(bytes, codesFrom + codes.length, to, after)
  )
}
