import type { MapsSink } from './parser.js'

const OPENING = 0x5b
const CLOSING = 0x5d
const NEWLINE = 0x0a

/** How such a name begins on Android, which copies it from the program's memory without a change. */
const ANON: Uint8Array = new TextEncoder().encode('[anon:')

/** The longest name that Android prints: 255 bytes in brackets; and the longest path that Linux prints. */
const LONGEST_ANON = 255 + ANON.length + 1
const LONGEST_PATH = 4096

/** Puts names together that go on in the next line: `[anon:…]` on Android, every name where newlines stand as they are. */
export class OpenName {
  /** True when more of the open region's name was read than the sink knows. */
  isPending = false
  #row = -1
  #name: Uint8Array = new Uint8Array(0)
  #isRaw = false

  constructor(readonly sink: MapsSink) {}

  /** Looks at the name of the open region; in raw text every one may go on. */
  begin(bytes: Uint8Array, from: number, to: number, isRaw = false): void {
    // Nearly all names are paths, and nearly all brackets are closed.
    if (!isRaw && (bytes[from] !== OPENING || bytes[to - 1] === CLOSING)) return
    if (from === to || !(isRaw || startsWithAnon(bytes, from, to))) return
    this.#row = this.sink.length
    this.#name = bytes.slice(from, to)
    this.#isRaw = isRaw
  }

  /** Reads the line as more of the open region's name, which is noted; false when that name is whole. */
  continues(bytes: Uint8Array, from: number, to: number): boolean {
    const { sink } = this
    const size = this.#name.length + 1 + to - from
    if (this.#row !== sink.length || size > (this.#isRaw ? LONGEST_PATH : LONGEST_ANON)) return false
    const name = new Uint8Array(size)
    name.set(this.#name)
    name[this.#name.length] = NEWLINE
    name.set(bytes.subarray(from, to), this.#name.length + 1)
    sink.part()
    sink.report('continued-name', bytes, from, to, from, to, 'pathname')
    this.#name = name
    this.isPending = true
    if (!this.#isRaw && name[size - 1] === CLOSING) this.#row = -1
    return true
  }

  /** Hands the whole name to the sink, as long as its region is the open one. */
  finish(): void {
    this.isPending = false
    this.sink.pathname(this.#name, 0, this.#name.length)
  }
}

function startsWithAnon(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from < ANON.length) return false
  for (let i = 0; i < ANON.length; i++) if (bytes[from + i] !== ANON[i]) return false
  return true
}
