import {
  END,
  HAS_DEVICE,
  HAS_END,
  HAS_INODE,
  HAS_MAPPING,
  HAS_OFFSET,
  HAS_PATHNAME,
  HAS_START,
  INODE,
  OFFSET,
  START,
  type U64Field,
} from '../../src/model/fields.js'
import { PERMS_TEXTS } from '../../src/model/perms.js'
import type { FileFacts } from '../../src/model/region.js'
import type { RegionTable } from '../../src/model/table.js'
import type { ByteWriter } from '../../src/scan/writer.js'
import { toBase64 } from './base64.js'
import { FileParts } from './file-parts.js'
import { isText, quote, quoteAll, quoteBytes } from './quote.js'

const encoder = new TextEncoder()
const NOTHING = new Uint8Array(0)

/** What a line of maps says of every region. */
const ALL: number = HAS_MAPPING | HAS_DEVICE | HAS_PATHNAME

const AFTER_START: Uint8Array = encoder.encode('","end":"')

/** What stands between the end and the offset, by the code of the perms. */
const AFTER_END: readonly Uint8Array[] = PERMS_TEXTS.map((perms) => encoder.encode(`","perms":"${perms}","offset":"`))

/** Writes the regions of one table, one object each. */
export class RegionWriter {
  readonly #beforeStart: Uint8Array
  readonly #files: FileParts
  /** True where no region says more than a line of maps does. */
  readonly #isPlain: boolean
  #comma = false

  constructor(
    readonly writer: ByteWriter,
    readonly table: RegionTable,
    /** Keys that stand before those of each region. */
    readonly first: Uint8Array = NOTHING,
  ) {
    const { counters, flagIds, files, extras } = table.columns
    this.#isPlain = counters.size === 0 && flagIds === undefined && files === undefined && extras === undefined
    this.#beforeStart = Uint8Array.of(0x7b, ...first, ...encoder.encode(`${first.length > 0 ? ',' : ''}"start":"`))
    this.#files = new FileParts(table)
  }

  /** Writes a row as `{…}`, without a newline. */
  write(row: number): void {
    const { writer, table } = this
    if (((table.columns.present[row] as number) & ALL) === ALL) {
      writer.bytes(this.#beforeStart)
      writer.hex(table.high(row, START), table.low(row, START), 1)
      writer.bytes(AFTER_START)
      writer.hex(table.high(row, END), table.low(row, END), 1)
      writer.bytes(AFTER_END[table.columns.permsCodes[row] as number] as Uint8Array)
      writer.hex(table.high(row, OFFSET), table.low(row, OFFSET), 1)
      writer.bytes(this.#files.bytes(row))
      this.#comma = true
    } else this.#mapping(row)
    if (!this.#isPlain) {
      this.#counters(row)
      this.#vmFlags(row)
      const file = table.file(row)
      if (file !== undefined) this.#text(`"file":${fileFacts(file)}`)
      this.#extra(row)
    }
    writer.byte(0x7d)
  }

  /** Writes what a line of maps says, field by field. */
  #mapping(row: number): void {
    const { writer, table } = this
    writer.byte(0x7b)
    writer.bytes(this.first)
    this.#comma = this.first.length > 0
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
    const name = table.pathnameBytes(row)
    if (name !== undefined) this.#text(quoteBytes('pathname', name))
  }

  #hex(row: number, key: string, field: U64Field, bit: number): void {
    const { writer, table } = this
    if (!table.has(row, bit)) return
    this.#ascii(`"${key}":"`)
    writer.hex(table.high(row, field), table.low(row, field), 1)
    writer.byte(0x22)
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
