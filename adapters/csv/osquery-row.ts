import type { Sink } from '../../src/adapter.js'
import type { Device } from '../../src/model/device.js'
import { END, INODE, OFFSET, START, type U64Field } from '../../src/model/fields.js'
import { PERMS_UNKNOWN, permsFromText } from '../../src/model/perms.js'
import type { DiagnosticCode } from '../../src/report/codes.js'
import type { OsqueryColumn } from './osquery.js'

/** A finding about a cell. */
export interface OsqueryFault {
  readonly column: OsqueryColumn
  readonly code: DiagnosticCode
}

type Put = (sink: Sink) => void

/** What a cell means: what it does to the region, the fault that it is, or both. */
interface Meaning {
  readonly put?: Put
  readonly code?: DiagnosticCode
}

const NOTHING: Meaning = {}
const LARGEST = (1n << 64n) - 1n

/** By column, what its text means; an empty cell says nothing. */
const MEANINGS: Readonly<Partial<Record<OsqueryColumn, (text: string) => Meaning>>> = {
  pid: (text) => (/^\d{1,15}$/.test(text) ? NOTHING : { code: 'bad-column' }),
  start: (text) => addressOf(text, START, 'bad-start'),
  end: (text) => addressOf(text, END, 'bad-end'),
  permissions: (text) => {
    const code = permsFromText(text)
    return code === PERMS_UNKNOWN ? { code: 'bad-perms' } : { put: (sink) => sink.perms(code) }
  },
  offset: (text) => numberOf(text, OFFSET, 'bad-offset'),
  device: (text) => {
    const device = deviceOf(text)
    if (device === undefined) return { code: text === '-1' ? 'narrow-number' : 'bad-device' }
    return { put: (sink) => sink.device(device.major, device.minor) }
  },
  inode: (text) => numberOf(text, INODE, 'bad-inode'),
  pseudo: (text) => (/^(?:-1|0|1)$/.test(text) ? NOTHING : { code: 'bad-column' }),
}

/** A row of osquery's that was understood, or what is wrong with it. */
export interface OsqueryRow {
  readonly puts: readonly Put[]
  readonly faults: readonly OsqueryFault[]
}

/** Reads the cells of a row, its path left out: that is bytes. */
export function readOsquery(cells: Readonly<Partial<Record<OsqueryColumn, string>>>): OsqueryRow {
  const puts: Put[] = []
  const faults: OsqueryFault[] = []
  for (const [column, text] of Object.entries(cells) as [OsqueryColumn, string][]) {
    const { put, code } = (text === '' ? undefined : MEANINGS[column]?.(text)) ?? NOTHING
    if (put !== undefined) puts.push(put)
    if (code !== undefined) faults.push({ column, code })
  }
  return { puts, faults }
}

function addressOf(text: string, field: U64Field, code: DiagnosticCode): Meaning {
  return /^0x[0-9a-f]{1,16}$/i.test(text) ? { put: (sink) => sink.bigint(field, BigInt(text)) } : { code }
}

/** osquery keeps 32 bits of an inode and 63 of an offset; what does not fit shows as less than zero. */
function numberOf(text: string, field: U64Field, code: DiagnosticCode): Meaning {
  if (/^-\d{1,19}$/.test(text)) return { code: 'narrow-number' }
  const value = /^\d{1,20}$/.test(text) ? BigInt(text) : LARGEST + 1n
  return value > LARGEST ? { code } : { put: (sink) => sink.bigint(field, value) }
}

function deviceOf(text: string): Device | undefined {
  const [, major, minor] = /^([0-9a-f]{1,8}):([0-9a-f]{1,8})$/i.exec(text) ?? []
  if (major === undefined || minor === undefined) return undefined
  return { major: Number.parseInt(major, 16), minor: Number.parseInt(minor, 16) }
}
