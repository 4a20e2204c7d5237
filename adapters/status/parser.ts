import type { LineParser, ProcessFacts, Sink } from '../../src/adapter.js'
import { STATUS_FIELDS } from '../../src/kernel/status-fields.js'

const TAB = 0x09
const BLANK = 0x20
const SLASH = 0x2f
const COLON = 0x3a

/** A label is a word or a few (`Stack usage`), and its line is short; what is longer is no status. */
const LONGEST_LABEL = 64

const SUMS: ReadonlySet<string> = new Set(STATUS_FIELDS.map(({ name }) => name))
const SUM = /^[ \t]+(\d{1,20}) kB$/
const ascii = new TextDecoder('latin1')
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

type Facts = { -readonly [Name in keyof ProcessFacts]: ProcessFacts[Name] }

/** Reads lines of `/proc/PID/status`: sums, facts about the process, and much else, of which nothing is kept. */
export class StatusParser implements LineParser {
  #facts: Facts | undefined

  constructor(readonly sink: Sink) {}

  line(bytes: Uint8Array, from: number, to: number): void {
    const { sink } = this
    const label = labelOf(bytes, from, to)
    if (label === undefined || (label !== 'Name' && isPath(bytes, from + label.length + 1, to))) {
      this.#other(bytes, from, to)
      return
    }
    const valueFrom = from + label.length + 1
    // Whoever saves several processes in one file begins each with its name.
    if (this.#facts === undefined || label === 'Name') this.#begin()
    // A process may name itself `9 kB`.
    const value = label === 'Name' ? '' : ascii.decode(bytes.subarray(valueFrom, Math.min(to, valueFrom + 80)))
    const [, digits] = SUM.exec(value) ?? []
    if (digits !== undefined) {
      if (!SUMS.has(label)) sink.report('unknown-field', bytes, from, to, from, valueFrom - 1, label)
      sink.footer()
      sink.total(label, BigInt(digits) * 1024n)
    } else if (SUMS.has(label)) {
      sink.report('bad-counter', bytes, from, to, valueFrom, to, label)
      sink.reject()
    } else if (this.#fact(label, bytes.subarray(valueFrom, to))) {
      if (label === 'Name') sink.personal('command', bytes, valueFrom + nameFrom(bytes.subarray(valueFrom, to)), to)
      sink.heading()
    } else {
      sink.part()
    }
  }

  end(): void {}

  /** A line without a label is blank, or none of status. */
  #other(bytes: Uint8Array, from: number, to: number): void {
    if (isBlank(bytes, from, to)) {
      this.sink.footer()
      return
    }
    this.sink.report('unrecognised-line', bytes, from, to, from, to)
    this.sink.reject()
  }

  #begin(): void {
    this.#facts = {}
    this.sink.process(this.#facts)
  }

  /** Keeps what a line says of the process; false when it says nothing of that kind. */
  #fact(label: string, value: Uint8Array): boolean {
    const facts = this.#facts as Facts
    if (label === 'Name') {
      facts.command = utf8.decode(value.subarray(nameFrom(value)))
      return true
    }
    const numbers = ascii.decode(value.subarray(0, 80)).trim().split(/\s+/)
    // Four numbers of Uid: real, effective, saved, file system.
    const number = Number(label === 'Uid' ? numbers[1] : numbers[0])
    if (!Number.isSafeInteger(number) || number < 0) return false
    if (label === 'Pid') facts.pid = number
    else if (label === 'PPid') facts.ppid = number
    else if (label === 'NSpgid') facts.pgid = number
    else if (label === 'Uid') facts.uid = number
    else return false
    return true
  }
}

/** Where the name begins: behind one TAB, as it may begin with blanks itself; behind all blanks where they took the TAB's place. */
function nameFrom(value: Uint8Array): number {
  if (value[0] === TAB) return 1
  let from = 0
  while (value[from] === BLANK) from++
  return from
}

function labelOf(bytes: Uint8Array, from: number, to: number): string | undefined {
  const colon = bytes.subarray(from, Math.min(to, from + LONGEST_LABEL)).indexOf(COLON)
  if (colon <= 0) return undefined
  const label = ascii.decode(bytes.subarray(from, from + colon))
  return /^[A-Za-z][\w ]*$/.test(label) ? label : undefined
}

/** True for a blank and a path, as in `cat: /proc/1/status: No such file`: no value but a name begins so. */
function isPath(bytes: Uint8Array, from: number, to: number): boolean {
  return from + 1 < to && bytes[from] === BLANK && bytes[from + 1] === SLASH
}

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] !== BLANK && bytes[at] !== TAB) return false
  return true
}
