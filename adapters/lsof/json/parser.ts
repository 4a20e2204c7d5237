import type { LineParser, Sink } from '../../../src/adapter.js'
import { CODES, type DiagnosticCode } from '../../../src/report/codes.js'
import { skipBlanks } from '../../../src/scan/cursor.js'
import { GatheredText } from '../../../src/scan/gathered-text.js'
import { isNeverListed } from '../names/never-listed.js'
import { Coverage } from '../reading/coverage.js'
import { Messages } from '../reading/messages.js'
import { isMapped } from '../reading/record.js'
import { JsonDocument, type JsonNode, nodeAt } from './document.js'
import { Layouts } from './layouts.js'

const BRACE = 0x7b

/**
 * Reads `lsof -J`, one object, and `lsof -j`, an object a line, however their lines were broken since.
 *
 * Gathers the lines and understands them at the end. On the one line of -J many regions begin, and it counts as one line.
 */
export class JsonParser implements LineParser {
  readonly #text: GatheredText = new GatheredText()
  readonly #messages: Messages = new Messages()
  /** Lines that a region, or a rejection, accounts for. */
  readonly #told: Set<number> = new Set()
  readonly #parts: Set<number> = new Set()
  /** Lines on which a region begins: one of them is never rejected. */
  readonly #regions: Set<number> = new Set()
  #coverage: Coverage = new Coverage()
  readonly #layouts: Layouts
  /** PID and TID of the rows of -j that are being read. */
  #process: string | undefined
  #noDescriptor = false
  /** Keys that were noted as new to us. */
  readonly #noted: Set<string | undefined> = new Set()

  constructor(readonly sink: Sink) {
    this.#layouts = new Layouts(sink)
  }

  line(bytes: Uint8Array, from: number, to: number): void {
    this.#text.add(bytes, from, to)
  }

  end(): void {
    const { bytes } = this.#text
    const document = new JsonDocument(bytes)
    const { reader } = document
    for (reader.blanks(); reader.at < bytes.length; reader.blanks()) {
      if (bytes[reader.at] !== BRACE) {
        reader.at = this.#stray(reader.at)
        continue
      }
      const node = nodeAt(reader.at)
      const whole = document.read(node)
      this.#begun(node, whole)
      this.#put(node, whole)
      reader.at = whole ? this.#afterObject(reader.at) : this.#fault(node, reader.at)
    }
    this.#coverage.tell(this.sink)
    this.#rest()
  }

  /** Gives the place after an object at the top: nothing may stand behind it on its line. */
  #afterObject(at: number): number {
    const text = this.#text
    const to = text.to(text.lineOf(at - 1))
    const next = skipBlanks(text.bytes, at, to)
    return next === to ? to : this.#stray(next)
  }

  /** Tells a line on which no object begins, and gives the place after it. */
  #stray(at: number): number {
    const text = this.#text
    const line = text.lineOf(at)
    const from = text.from(line)
    const message = this.#messages.has(text.bytes, from, text.to(line))
    const code = message ? 'tool-message' : 'unrecognised-line'
    this.#report(code, message ? from : at, text.to(line))
    this.#reject(line)
    return text.from(line + 1)
  }

  /** Tells the first byte that is no JSON, and gives the place of the next line at which an object may begin. */
  #fault(node: JsonNode, at: number): number {
    const text = this.#text
    const line = text.lineOf(Math.min(at, text.bytes.length - 1))
    const cut = at >= text.bytes.length - 1
    this.#report(cut ? 'cut-short' : 'bad-json', Math.min(at, text.to(line)), text.to(line))
    this.#reject(line)
    const first = text.lineOf(node.at)
    if (node.processes === undefined && !node.listsFiles) for (let part = first; part < line; part++) this.#reject(part)
    let next = line + 1
    // The rest of an object that was written over several lines is of no use.
    if (first < line) for (; next <= text.lines && text.bytes[text.from(next)] !== BRACE; next++) this.#reject(next)
    return text.from(next)
  }

  /** Notes the lines on which regions of an object begin. */
  #begun(node: JsonNode, whole: boolean): void {
    for (const owner of node.processes ?? [node]) {
      for (const file of owner.files) if (isRegion(file)) this.#regions.add(this.#text.lineOf(file.at))
    }
    if (whole && isRegion(node)) this.#regions.add(this.#text.lineOf(node.at))
  }

  #put(node: JsonNode, whole: boolean): void {
    const { processes } = node
    if (processes !== undefined || node.listsFiles) {
      this.sink.dialect('json')
      if (processes !== undefined) this.#findings(node)
      for (const process of processes ?? [node]) this.#putProcess(process, node.version)
    } else if (whole) this.#putRow(node)
  }

  /** A process of -J. */
  #putProcess(process: JsonNode, version: Uint8Array | undefined): void {
    this.#beginProcess(process)
    this.#process = undefined
    this.#findings(process)
    for (const file of process.files) {
      this.#putFile(file, process.kept)
      if (isRegion(file)) this.#layouts.set(process.keys, file.keys, version)
    }
  }

  /** An object of -j: a file, and its process again. */
  #putRow(node: JsonNode): void {
    this.sink.dialect('jsonl')
    if (node.file === undefined && node.facts.pid === undefined && !hasError(node)) {
      node.findings.unshift({ code: 'unrecognised-line', field: undefined, from: node.at, to: node.end })
    }
    const process = `${node.facts.pid} ${node.kept.get('TID') ?? ''}`
    // A line that cannot be read says nothing of where a process begins.
    if (process !== this.#process && (isRegion(node) || node.facts.pid !== undefined)) {
      this.#beginProcess(node)
      this.#process = process
    }
    this.#putFile(node, node.kept)
    if (isRegion(node)) this.#layouts.set([], node.keys, undefined)
  }

  #beginProcess({ facts }: JsonNode): void {
    this.#coverage.tell(this.sink)
    this.sink.process(Object.keys(facts).length === 0 ? undefined : facts)
    this.#layouts.clear()
  }

  #putFile(node: JsonNode, kept: ReadonlyMap<string, Uint8Array>): void {
    const { sink } = this
    const { file } = node
    const line = this.#text.lineOf(node.at)
    this.#findings(node)
    const last = this.#text.lineOf(node.end - 1)
    const bad = hasError(node)
    if (file === undefined && !bad) return
    if (file !== undefined && isRegion(node)) {
      this.#goTo(line)
      sink.region()
      this.#told.add(line)
      for (let part = line + 1; part <= last; part++) this.#parts.add(part)
      for (const [name, value] of kept) file.keep(name, value)
      file.put(sink, 'raw')
      this.#coverage.saw(file)
      if (isNeverListed(file.name)) this.#report('never-listed', node.at, node.end, 'pathname')
      if (file.descriptor === undefined && !this.#noDescriptor) {
        this.#noDescriptor = true
        this.#report('no-descriptor', node.at, node.end, 'fd')
      }
      return
    }
    if (!bad) this.#report('other-row', node.at, node.end, file?.descriptor)
    for (let part = line; part <= last; part++) this.#reject(part)
  }

  /** Tells what was found in an object: what is new to us once for each key, and not where nothing else was known. */
  #findings({ findings }: JsonNode): void {
    const strange = findings[0]?.code === 'unrecognised-line'
    for (const { code, from, to, field } of findings) {
      if (code === 'unknown-field') {
        if (strange || this.#noted.has(field)) continue
        this.#noted.add(field)
      }
      this.#report(code, from, to, field)
    }
  }

  #goTo(line: number): void {
    this.sink.returnTo(line, this.#text.from(line))
  }

  #report(code: DiagnosticCode, from: number, to: number, field?: string): void {
    const text = this.#text
    const line = text.lineOf(from)
    this.#goTo(line)
    this.sink.report(code, text.bytes, text.from(line), text.to(line), from, Math.min(to, text.to(line)), field)
  }

  /** Keeps a line out, unless a region begins on it. */
  #reject(line: number): void {
    if (this.#told.has(line) || this.#regions.has(line)) return
    this.#told.add(line)
    this.sink.reject()
  }

  /** Accounts for the lines on which nothing begins. */
  #rest(): void {
    const text = this.#text
    for (let line = 1; line <= text.lines; line++) {
      if (this.#told.has(line)) continue
      if (this.#parts.has(line)) this.sink.part()
      else if (skipBlanks(text.bytes, text.from(line), text.to(line)) === text.to(line)) this.sink.footer()
      else this.sink.heading()
    }
  }
}

function hasError({ findings }: JsonNode): boolean {
  return findings.some(({ code }) => CODES[code].severity === 'error')
}

/** True for a file that is mapped, or may be for want of a descriptor, and that could be read. */
function isRegion(node: JsonNode): boolean {
  const { file } = node
  return file !== undefined && !hasError(node) && (file.descriptor === undefined || isMapped(file.descriptor))
}
