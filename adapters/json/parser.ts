import type { LineParser, Sink } from '../../src/adapter.js'
import type { DiagnosticCode } from '../../src/report/codes.js'
import { GatheredText } from '../../src/scan/gathered-text.js'
import { type CheckedView, checkDocument } from './check.js'
import { below, isBad } from './fault.js'
import { endOfValue, type Places, placesOf, placesOfFaults } from './locate.js'
import { processFacts, putOrigin, putRegion, totalsOf } from './put.js'
import { isObject } from './rules.js'

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Reads JSON: gathers the lines, and understands them at the end. */
export class JsonParser implements LineParser {
  readonly #text: GatheredText = new GatheredText()
  /** By line: true when a region or a rejection accounts for it; every other line is a heading. */
  #told: Set<number> = new Set()

  constructor(readonly sink: Sink) {}

  line(bytes: Uint8Array, from: number, to: number): void {
    this.#text.add(bytes, from, to)
  }

  end(): void {
    const text = this.#text
    const { bytes } = text
    const first = afterMark(bytes)
    const places = placesOf(bytes, first)
    if (places.fault >= 0) this.#refuse('bad-json', places.fault)
    else {
      const views = checkDocument(JSON.parse(decoder.decode(bytes.subarray(first))))
      if (views === undefined) this.#refuse('bad-schema', first)
      else this.#put(views, places)
    }
    for (let line = 1; line <= text.lines; line++) if (!this.#told.has(line)) this.sink.heading()
  }

  #put(views: readonly CheckedView[], places: Places): void {
    const { sink } = this
    const faults = views.flatMap((view) => [...view.faults, ...[...view.regionFaults.values()].flat()])
    const found: ReadonlyMap<string, number> =
      faults.length === 0 ? new Map() : placesOfFaults(this.#text.bytes, afterMark(this.#text.bytes), faults)
    this.#tellRegions(views, places)
    views.forEach(({ value, path, faults, regionFaults }, index) => {
      const good = (part: string): boolean =>
        !faults.some((fault) => isBad(fault) && (fault.path === part || fault.path.startsWith(`${part}.`)))
      const named = isObject(value.process) && good(below(path, 'process'))
      sink.process(named ? processFacts(value.process as Record<string, unknown>) : undefined)
      const head = ['adapter', 'dialect', 'says', 'source'].map((key) => below(path, key))
      const known = head.every(good) && !faults.some((fault) => isBad(fault) && fault.path === path)
      putOrigin(sink, known ? value : {}, { adapter: 'json', dialect: 'view' })
      if (good(below(path, 'totals'))) {
        totalsOf(value).forEach(({ name, value: sum }, place) => {
          this.#goTo(places.totals[index]?.[place] ?? 0)
          sink.total(name, sum)
        })
      }
      for (const fault of faults) this.#report(fault.code, found.get(fault.path) ?? found.get(path) ?? 0, fault.path)
      const regions = (Array.isArray(value.regions) ? value.regions : []) as Record<string, unknown>[]
      regions.forEach((region, row) => {
        const at = places.regions[index]?.[row] ?? 0
        const wrong = regionFaults.get(row) ?? []
        for (const { code, path: field } of wrong) this.#report(code, found.get(field) ?? at, field)
        const line = this.#goTo(at)
        if (wrong.some(isBad)) this.#reject(line)
        else {
          sink.region()
          putRegion(sink, region)
        }
      })
    })
  }

  /** Notes the lines on which regions begin: a line is rejected only when no region of it is kept. */
  #tellRegions(views: readonly CheckedView[], places: Places): void {
    views.forEach(({ regionFaults }, index) => {
      places.regions[index]?.forEach((at, row) => {
        if (!regionFaults.get(row)?.some(isBad)) this.#told.add(this.#text.lineOf(at))
      })
    })
  }

  #refuse(code: DiagnosticCode, at: number): void {
    this.#report(code, at)
    this.#reject(this.#goTo(at))
  }

  #reject(line: number): void {
    if (line > this.#text.lines || this.#told.has(line)) return
    this.#told.add(line)
    this.sink.reject()
  }

  #report(code: DiagnosticCode, at: number, field?: string): void {
    const { bytes } = this.#text
    const line = this.#goTo(at)
    const from = this.#text.from(line)
    const to = this.#text.to(line)
    const place = Math.min(at, to)
    this.sink.report(code, bytes, from, to, place, endOfValue(bytes, place, to), field)
  }

  /** Makes the line of a byte the sink's place, and gives its number. */
  #goTo(at: number): number {
    const line = this.#text.lineOf(at)
    this.sink.returnTo(line, this.#text.from(line))
    return line
  }
}

/** Place of the first byte after a byte order mark. */
function afterMark(bytes: Uint8Array): number {
  return bytes.length > 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
}
