import type { LineParser, Sink } from '../../src/adapter.js'
import { osquerySays } from '../csv/osquery.js'
import { checkHeading, checkRegion } from '../json/check.js'
import { type Fault, isBad } from '../json/fault.js'
import { endOfValue, placesOf, placesOfFaults } from '../json/locate.js'
import { processFacts, putOrigin, putRegion, totalsOf } from '../json/put.js'
import { isObject } from '../json/rules.js'
import { HEADING_LINE, PROCESS_KEYS, REGION_LINE } from '../json/shape.js'
import { keepsOut, looksLikeRow, rowOfJson } from './osquery-lines.js'

type Line = Readonly<Record<string, unknown>>

const OWN = { adapter: 'ndjson', dialect: 'regions' }
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Reads JSON line by line: headings, regions, and the rows that osquery prints.
 *
 * A line is all that is kept of the text at a time. A region whose keys name another process than the region before begins
 * a view of its own, so that lines may be filtered and put together.
 */
export class NdjsonParser implements LineParser {
  /** What names the process of the view, or undefined where the next region begins one. */
  #process: string | undefined
  /** The line being read. */
  #bytes: Uint8Array = new Uint8Array(0)
  #from = 0
  #to = 0

  constructor(readonly sink: Sink) {}

  line(bytes: Uint8Array, from: number, to: number): void {
    this.#bytes = bytes
    this.#from = from
    this.#to = to
    const text = bytes.subarray(from, to)
    const inner = withoutListMarks(text)
    if (inner.length === 0) {
      if (text.includes(OPEN_LIST)) this.sink.heading()
      else this.sink.footer()
      return
    }
    const value = parsed(inner)
    if (value === undefined) this.#notJson(inner)
    else if (isObject(value) && value.schema === 'memmaps.region/1') this.#region(value)
    else if (isObject(value) && value.schema === 'memmaps.heading/1') this.#heading(value)
    else if (isObject(value) && looksLikeRow(value)) this.#row(value)
    else this.#refuse([{ code: 'bad-schema', path: '' }])
  }

  end(): void {}

  #heading(value: Line): void {
    const faults = checkHeading(value, HEADING_LINE, '')
    if (faults.some(isBad)) {
      this.#process = undefined
      this.#refuse(faults)
      return
    }
    const facts = isObject(value.process) ? value.process : undefined
    this.#begin(value, facts ?? {}, facts === undefined ? undefined : processFacts(facts))
    this.#report(faults)
    for (const { name, value: sum } of totalsOf(value)) this.sink.total(name, sum)
    this.sink.heading()
  }

  #region(value: Line): void {
    const faults = checkRegion(value, REGION_LINE, '')
    if (faults.some(isBad)) {
      this.#refuse(faults)
      return
    }
    const names = PROCESS_KEYS.filter((key) => value[key] !== undefined)
    const facts = Object.fromEntries(names.map((key) => [key, value[key]]))
    const other = names.length > 0 && nameOf(value) !== this.#process
    if (this.#process === undefined || other) {
      this.#begin({}, facts, names.length === 0 ? undefined : processFacts(facts))
    }
    this.#report(faults)
    this.sink.region()
    putRegion(this.sink, value)
  }

  #row(value: Line): void {
    const { pid, faults, put } = rowOfJson(value)
    const found = faults.map(({ column, code }): Fault => ({ path: column, code }))
    if (faults.some(keepsOut)) {
      this.#refuse(found)
      return
    }
    const { sink } = this
    const name = `osquery ${pid}`
    if (name !== this.#process) {
      sink.process(pid === undefined ? undefined : { pid })
      sink.origin(OWN.adapter, 'osquery', osquerySays(Object.keys(value)), {})
      this.#process = name
    }
    this.#report(found)
    sink.region()
    put(sink)
  }

  /** Begins a view. */
  #begin(heading: Line, names: Line, facts: ReturnType<typeof processFacts> | undefined): void {
    this.sink.process(facts)
    putOrigin(this.sink, heading, OWN)
    this.#process = nameOf(names)
  }

  #notJson(inner: Uint8Array): void {
    const { fault } = placesOf(inner, 0)
    const at = inner.byteOffset - this.#bytes.byteOffset + Math.max(0, fault)
    this.#reportAt('bad-json', at)
    this.sink.reject()
  }

  #refuse(faults: readonly Fault[]): void {
    this.#report(faults)
    this.sink.reject()
  }

  #report(faults: readonly Fault[]): void {
    if (faults.length === 0) return
    const inner = withoutListMarks(this.#bytes.subarray(this.#from, this.#to))
    const begin = inner.byteOffset - this.#bytes.byteOffset
    const places = placesOfFaults(inner, 0, faults)
    for (const { code, path } of faults) this.#reportAt(code, begin + (places.get(path) ?? 0), path)
  }

  #reportAt(code: Fault['code'], at: number, path = ''): void {
    const until = endOfValue(this.#bytes, at, this.#to)
    this.sink.report(code, this.#bytes, this.#from, this.#to, at, until, path === '' ? undefined : path)
  }
}

/** What tells the process of a line, or of a heading, from others. */
function nameOf(value: Line): string {
  return JSON.stringify(PROCESS_KEYS.map((key) => value[key] ?? null))
}

const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const COMMA = 0x2c

/** A line without the blanks, commas and brackets of the list that osqueryi prints, one row a line. */
function withoutListMarks(text: Uint8Array): Uint8Array {
  let from = 0
  let to = text.length
  while (to > from && isBlank(text[to - 1] as number)) to--
  while (from < to && isBlank(text[from] as number)) from++
  if (to - from === 1 && (text[from] === OPEN_LIST || text[from] === CLOSE_LIST)) return text.subarray(from, from)
  if (to > from && text[to - 1] === COMMA) to--
  return text.subarray(from, to)
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0d
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(strict.decode(bytes))
  } catch {
    return undefined
  }
}
