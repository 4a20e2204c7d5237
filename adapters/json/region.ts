import {
  END,
  HAS_END,
  HAS_INODE,
  HAS_OFFSET,
  HAS_START,
  INODE,
  OFFSET,
  START,
  type U64Field,
} from '../../src/model/fields.js'
import type { FileFacts } from '../../src/model/region.js'
import type { RegionTable } from '../../src/model/table.js'
import type { ByteWriter } from '../../src/scan/writer.js'
import { toBase64 } from './base64.js'
import { isText, quote, quoteAll, quoteBytes } from './quote.js'

const encoder = new TextEncoder()
const NOTHING = new Uint8Array(0)

/** Writes the regions of one table, one object each. */
export class RegionWriter {
  /** The pathname's part of the line, by its number: names stand in many regions. */
  readonly #names: Map<number, Uint8Array> = new Map()
  #comma = false

  constructor(
    readonly writer: ByteWriter,
    readonly table: RegionTable,
  ) {}

  /** Writes a row as `{…}`, without a newline; `first` are keys that stand before those of the region. */
  write(row: number, first: Uint8Array = NOTHING): void {
    const { writer, table } = this
    writer.byte(0x7b)
    writer.bytes(first)
    this.#comma = first.length > 0
    this.#hex(row, 'start', START, HAS_START)
    this.#hex(row, 'end', END, HAS_END)
    const perms = table.perms(row)
    if (perms !== undefined) this.#ascii(`"perms":"${perms}"`)
    this.#hex(row, 'offset', OFFSET, HAS_OFFSET)
    const device = table.device(row)
    if (device !== undefined) this.#ascii(`"device":{"major":${device.major},"minor":${device.minor}}`)
    if (table.has(row, HAS_INODE)) {
      this.#ascii('"inode":"')
      writer.decimal(table.high(row, INODE), table.low(row, INODE))
      writer.byte(0x22)
    }
    this.#pathname(row)
    this.#counters(row)
    this.#vmFlags(row)
    const file = table.file(row)
    if (file !== undefined) this.#text(`"file":${fileFacts(file)}`)
    this.#extra(row)
    writer.byte(0x7d)
  }

  #hex(row: number, key: string, field: U64Field, bit: number): void {
    const { writer, table } = this
    if (!table.has(row, bit)) return
    this.#ascii(`"${key}":"`)
    writer.hex(table.high(row, field), table.low(row, field), 1)
    writer.byte(0x22)
  }

  #pathname(row: number): void {
    const bytes = this.table.pathnameBytes(row)
    if (bytes === undefined) return
    const id = this.table.columns.nameIds[row] as number
    let part = this.#names.get(id)
    if (part === undefined) {
      part = encoder.encode(quoteBytes('pathname', bytes))
      this.#names.set(id, part)
    }
    this.#next()
    this.writer.bytes(part)
  }

  #counters(row: number): void {
    let text = ''
    for (const column of this.table.columns.counters.values()) {
      const printed = column.printed(row)
      if (printed === undefined) continue
      const bytes = printed * column.unit
      const exact = Number.isSafeInteger(bytes) ? bytes : BigInt(printed) * BigInt(column.unit)
      text += `${text === '' ? '' : ','}${quote(column.name)}:"${exact}"`
    }
    if (text !== '') this.#text(`"counters":{${text}}`)
  }

  #vmFlags(row: number): void {
    const flags = this.table.vmFlags(row)
    const bytes = this.table.vmFlagsBytes(row)
    if (flags === undefined || bytes === undefined) return
    this.#text(`"vmFlags":${quoteAll(flags)}`)
    if (!isText(bytes)) this.#ascii(`"vmFlagsBase64":"${toBase64(bytes)}"`)
  }

  #extra(row: number): void {
    const extra = extraOf(this.table, row)
    if (extra === undefined) return
    this.#text(`"extra":${extra.shown}`)
    if (extra.exact !== undefined) this.#ascii(`"extraBase64":${extra.exact}`)
  }

  /** Begins the next key of the object. */
  #next(): void {
    if (this.#comma) this.writer.byte(0x2c)
    this.#comma = true
  }

  #ascii(text: string): void {
    this.#next()
    this.writer.ascii(text)
  }

  #text(text: string): void {
    this.#next()
    this.writer.bytes(encoder.encode(text))
  }
}

/** The fields we do not know, as a JSON object; and as a list of pairs in base64 where that does not say all. */
export function extraOf(
  table: RegionTable,
  row: number,
): { readonly shown: string; readonly exact: string | undefined } | undefined {
  const { extras, names } = table.columns
  const pairs = extras?.get(row)
  const object = table.extra(row)
  if (pairs === undefined || object === undefined) return undefined
  const shown = quoteAll(object)
  // An object says each name once, and in an order of its own where names are numbers.
  const texts = pairs.map(([name]) => names.text(name))
  const same = texts.join('\n') === Object.keys(object).join('\n')
  if (same && pairs.every(([name, value]) => names.isText(name) && names.isText(value)))
    return { shown, exact: undefined }
  return { shown, exact: JSON.stringify(pairs.map((pair) => pair.map((id) => toBase64(names.bytes(id))))) }
}

function fileFacts(file: FileFacts): string {
  return quoteAll({
    ...file,
    ...(file.size === undefined ? {} : { size: file.size.toString() }),
    ...(file.links === undefined ? {} : { links: file.links.toString() }),
  })
}
