import type { ProcessFacts } from '../../../src/adapter.js'
import type { DiagnosticCode } from '../../../src/report/codes.js'
import { readCount, readDecimal, readDevice } from '../reading/numbers.js'
import { FileRecord } from '../reading/record.js'
import type { Cells } from './cells.js'
import type { Header } from './header.js'

/** Columns whose cells the model has a field for; the cells of all others are kept under their title. */
const MODELLED: ReadonlySet<string> = new Set([
  ...['COMMAND', 'PID', 'PPID', 'PGID', 'USER', 'FD', 'TYPE', 'DEVICE'],
  ...['SIZE', 'OFFSET', 'SIZE/OFF', 'NLINK', 'NODE', 'NAME'],
])

/** Files that are no files: DEVICE holds a number of the protocol's own, NODE the protocol. */
const SOCKETS: ReadonlySet<string> = new Set(['pack', 'IPv4', 'IPv6'])

/** lsof cuts a numeric user to eight digits, so that only a shorter one is known to be whole. */
const WHOLE_UID_DIGITS = 7

/** A number of bytes that is not one: an offset (`0t…`, `0x…`), or the rounded size that -H prints. */
const NOT_SIZE = /^(?:0t\d+|0x[0-9a-f]+|\d+(?:\.\d+)?[BKMGTPE])$/

/** A cell that does not hold what its heading says. */
export interface BadCell {
  readonly code: DiagnosticCode
  readonly place: number
}

/** Reads the cells of a row as what their titles say they are. */
export class RowReader {
  /** The file of the row read last. */
  record: FileRecord = new FileRecord()
  readonly #kept: readonly { title: string; place: number }[]
  readonly #size: number

  constructor(readonly header: Header) {
    this.#kept = header.columns
      .map(({ title }, place) => ({ title, place }))
      .filter(({ title }) => !MODELLED.has(title))
    this.#size = Math.max(header.place('SIZE/OFF'), header.place('SIZE'), header.place('OFFSET'))
  }

  /** What a row says of its process. */
  facts(pid: number, bytes: Uint8Array, cells: Cells): ProcessFacts {
    const count = (title: string): number | undefined => {
      const place = this.header.place(title)
      return cells.blank(place) ? undefined : readCount(bytes, cells.from(place), cells.to(place))
    }
    const ppid = count('PPID')
    const pgid = count('PGID')
    const user = cells.text(bytes, this.header.place('USER'))
    const uid = user !== undefined && user.length <= WHOLE_UID_DIGITS ? count('USER') : undefined
    return {
      pid,
      command: cells.text(bytes, this.header.place('COMMAND')) ?? '',
      ...(ppid === undefined ? {} : { ppid }),
      ...(pgid === undefined ? {} : { pgid }),
      ...(uid === undefined ? {} : { uid }),
      ...(user === undefined || uid !== undefined ? {} : { user }),
    }
  }

  /** Reads the row of a mapped file into `record`; gives the first cell that cannot be read, if any. */
  read(bytes: Uint8Array, cells: Cells): BadCell | undefined {
    const { header } = this
    const record = new FileRecord()
    this.record = record
    record.descriptor = cells.text(bytes, header.place('FD'))
    record.access = cells.access
    record.lock = cells.lock
    record.type = cells.text(bytes, header.place('TYPE'))
    const name = header.place('NAME')
    record.name = bytes.subarray(cells.from(name), cells.to(name))
    for (const { title, place } of this.#kept) {
      if (!cells.blank(place)) record.keep(title, bytes.slice(cells.from(place), cells.to(place)))
    }
    return this.#device(bytes, cells) ?? this.#sizes(bytes, cells) ?? this.#node(bytes, cells)
  }

  #device(bytes: Uint8Array, cells: Cells): BadCell | undefined {
    const { record } = this
    const place = this.header.place('DEVICE')
    if (cells.blank(place)) return undefined
    const device = readDevice(bytes, cells.from(place), cells.to(place))
    if (device === undefined) {
      if (!SOCKETS.has(record.type ?? '')) return { code: 'bad-device', place }
      record.keep('d', bytes.slice(cells.from(place), cells.to(place)))
    } else if (record.type === 'CHR' || record.type === 'BLK') record.rdev = device
    else record.device = device
    return undefined
  }

  #sizes(bytes: Uint8Array, cells: Cells): BadCell | undefined {
    const { record } = this
    const links = this.header.place('NLINK')
    if (!cells.blank(links)) {
      record.links = readDecimal(bytes, cells.from(links), cells.to(links))
      if (record.links === undefined) return { code: 'bad-column', place: links }
    }
    const place = this.#size
    const text = cells.text(bytes, place)
    if (text === undefined) return undefined
    const { title } = this.header.columns[place]!
    if (title !== 'OFFSET') record.size = readDecimal(bytes, cells.from(place), cells.to(place))
    if (record.size !== undefined) return undefined
    if (!NOT_SIZE.test(text)) return { code: 'bad-size', place }
    record.roughSize = !text.startsWith('0t') && !text.startsWith('0x')
    record.keep(title, bytes.slice(cells.from(place), cells.to(place)))
    return undefined
  }

  #node(bytes: Uint8Array, cells: Cells): BadCell | undefined {
    const { record } = this
    const place = this.header.place('NODE')
    if (cells.blank(place)) return undefined
    if (SOCKETS.has(record.type ?? '')) {
      record.keep('P', bytes.slice(cells.from(place), cells.to(place)))
      return undefined
    }
    record.inode = readDecimal(bytes, cells.from(place), cells.to(place))
    return record.inode === undefined ? { code: 'bad-inode', place } : undefined
  }
}
