import type { Device } from '../../src/model/device.js'
import { PERMS_UNKNOWN, permsFromText } from '../../src/model/perms.js'
import { Cursor } from '../../src/scan/cursor.js'
import { fromBase64 } from '../json/base64.js'
import { isObject } from '../json/rules.js'
import { DEFINED } from '../json/shape.js'

/** Reads a cell: its value, or undefined where it has none of the kind. */
export type ReadCell = (cell: Uint8Array) => unknown

const cursor = new Cursor()
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The bytes as they are. */
export const bytes: ReadCell = (cell) => cell.slice()

/** Text, which is UTF-8. */
export function text(cell: Uint8Array): string | undefined {
  try {
    return strict.decode(cell)
  } catch {
    return undefined
  }
}

/** A whole number that a double holds exactly. */
export const whole: ReadCell = (cell) => {
  const value = u64(cell)
  return value !== undefined && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : undefined
}

/** Half of a device number. */
export const half: ReadCell = (cell) => {
  const value = u64(cell)
  return value !== undefined && value <= 0xffffffffn ? Number(value) : undefined
}

/** 64 bits in decimal. */
export function u64(cell: Uint8Array): bigint | undefined {
  return cursor.decimal(cell, 0, cell.length) && cursor.at === cell.length ? cursor.bigint() : undefined
}

/** 64 bits in hex, behind 0x. */
export const address: ReadCell = (cell) => {
  if (cell[0] !== 0x30 || cell[1] !== 0x78) return undefined
  return cursor.anyHex(cell, 2, cell.length) && cursor.at === cell.length ? cursor.bigint() : undefined
}

/** The code of four letters of perms. */
export const perms: ReadCell = (cell) => {
  const code = cell.length === 4 ? permsFromText(ascii(cell)) : PERMS_UNKNOWN
  return code === PERMS_UNKNOWN ? undefined : code
}

/** The bytes of base64. */
export const base64: ReadCell = (cell) => {
  const said = text(cell)
  return DEFINED.base64?.accepts(said) ? fromBase64(said as string) : undefined
}

/** Fields we do not know, as a JSON object of texts: pairs of bytes. */
export const extra: ReadCell = (cell) => {
  const value = json(cell)
  const encoder = new TextEncoder()
  if (!isObject(value) || !Object.values(value).every((one) => typeof one === 'string')) return undefined
  return Object.entries(value).map((pair) => pair.map((one) => encoder.encode(one as string)))
}

/** Fields we do not know, as a JSON list of pairs in base64: pairs of bytes. */
export const extraPairs: ReadCell = (cell) => {
  const value = json(cell)
  const isPair = (pair: unknown): pair is string[] =>
    Array.isArray(pair) && pair.length === 2 && pair.every((one) => DEFINED.base64?.accepts(one))
  return Array.isArray(value) && value.every(isPair) ? value.map((pair) => pair.map(fromBase64)) : undefined
}

/** A device of its halves, when both are known. */
export function deviceOf(major: unknown, minor: unknown): Device | undefined {
  return major === undefined || minor === undefined ? undefined : { major: major as number, minor: minor as number }
}

/** The cell as ASCII, for cells that are short. */
function ascii(cell: Uint8Array): string {
  return String.fromCharCode(...cell)
}

function json(cell: Uint8Array): unknown {
  try {
    return JSON.parse(text(cell) ?? '')
  } catch {
    return undefined
  }
}
