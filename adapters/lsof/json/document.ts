import type { DiagnosticCode } from '../../../src/report/codes.js'
import type { FactsInProgress } from '../fields/letters.js'
import type { KeyLayout } from '../reading/layout.js'
import { FileRecord, textOf } from '../reading/record.js'
import { contentOf, isFileKey, isProcessKey, readFileKey, readProcessKey } from './keys.js'
import { JsonReader, type JsonValue } from './reader.js'
import { unescapeJson } from './string.js'

/** A finding in a text, and the bounds of what it is about. */
export interface JsonFinding {
  readonly code: DiagnosticCode
  readonly field: string | undefined
  readonly from: number
  readonly to: number // exclusive
}

/** An object of lsof's JSON: a process with its files, a file, or both in one, as -j prints them. */
export interface JsonNode {
  /** Where its first byte is. */
  readonly at: number
  /** Where it ends. // exclusive */
  end: number
  readonly facts: FactsInProgress
  /** What the model has no field for, for every file of the process. */
  readonly kept: Map<string, Uint8Array>
  readonly findings: JsonFinding[]
  /** Its keys in their order, those aside that hold processes and files. */
  readonly keys: KeyLayout[]
  /** What `lsof_version` says. */
  version: Uint8Array | undefined
  /** The file, once a key of one was read. */
  file: FileRecord | undefined
  /** The objects in its list `files`, or `processes`. */
  readonly files: JsonNode[]
  processes: JsonNode[] | undefined
  /** True once `files` was read: it is a process of -J. */
  listsFiles: boolean
}

/** Lists that an object may have inside: `processes` at the top, `files` in those, none in files. */
type Level = 'top' | 'process' | 'file'

/** Reads the objects of lsof's JSON, with nothing lost at a fault: what was read before it stays. */
export class JsonDocument {
  readonly reader: JsonReader

  constructor(readonly bytes: Uint8Array) {
    this.reader = new JsonReader(bytes)
  }

  /** Reads the object at the reader's place into `node`; false at a fault. */
  read(node: JsonNode, level: Level = 'top'): boolean {
    const { bytes, reader } = this
    const whole = reader.members((quoted) => {
      const name = unescapeJson(bytes, quoted.from, quoted.to)
      const key = textOf(name, 0, name.length)
      if (key === 'processes' && level === 'top') {
        node.processes ??= []
        return this.#list(node.processes, 'process', key, node)
      }
      if (key === 'files' && level !== 'file') {
        node.listsFiles = true
        return this.#list(node.files, 'file', key, node)
      }
      const value = reader.value()
      if (value === undefined) return false
      this.#member(node, key, value, level)
      return true
    })
    node.end = reader.at
    return whole
  }

  #list(nodes: JsonNode[], level: Level, key: string, owner: JsonNode): boolean {
    const { reader } = this
    if (!reader.opens('[')) return this.#misplaced(key, owner)
    return reader.elements(() => {
      if (!reader.opens('{')) return this.#misplaced(key, owner)
      const node = nodeAt(reader.at)
      // A process is known before its files are, so that those before a fault are kept.
      if (level === 'process') nodes.push(node)
      if (!this.read(node, level)) return false
      if (level === 'file') nodes.push(node)
      return true
    })
  }

  /** Goes past a value that is no list, or no object in one. */
  #misplaced(key: string, owner: JsonNode): boolean {
    const value = this.reader.value()
    if (value === undefined) return false
    owner.findings.push({ code: 'bad-column', field: key, from: value.from, to: value.to })
    return true
  }

  #member(node: JsonNode, key: string, value: JsonValue, level: Level): void {
    const { bytes } = this
    const { from, to } = value
    if (value.kind === 'word' && bytes[from] === 0x6e) return // null
    if (key === 'lsof_version' && level === 'top') {
      node.version = contentOf(bytes, value)
      return
    }
    node.keys.push({ name: key, bare: value.kind !== 'string' })
    let code: DiagnosticCode | undefined
    if (level !== 'file' && isProcessKey(key)) code = readProcessKey(node.facts, node.kept, key, bytes, value)
    else if (isFileKey(key)) {
      code = readFileKey(fileOf(node), key, bytes, value)
    } else this.#unknown(node, key, value, level)
    if (code !== undefined) node.findings.push({ code, field: key, from, to })
  }

  /** Keeps what is new to us. */
  #unknown(node: JsonNode, key: string, value: JsonValue, level: Level): void {
    const { from, to } = value
    const content = contentOf(this.bytes, value)
    if (level === 'file') fileOf(node).keep(key, content)
    else node.kept.set(key, content)
    node.findings.push({ code: 'unknown-field', field: key, from, to })
  }
}

/** The file that an object is, from its first key on. */
function fileOf(node: JsonNode): FileRecord {
  node.file ??= new FileRecord()
  return node.file
}

/** An object before anything of it is read. */
export function nodeAt(at: number): JsonNode {
  return {
    at,
    end: at,
    facts: {},
    kept: new Map(),
    findings: [],
    keys: [],
    version: undefined,
    file: undefined,
    files: [],
    processes: undefined,
    listsFiles: false,
  }
}
