import type { Device } from '../../../src/model/device.js'
import { Cursor } from '../../../src/scan/cursor.js'

const COMMA = 0x2c
const MINUS = 0x2d

const cursor = new Cursor()

/** The decimal number that `bytes[from, to)` is, below 2^64; undefined when it is none. */
export function readDecimal(bytes: Uint8Array, from: number, to: number): bigint | undefined {
  return cursor.decimal(bytes, from, to) && cursor.at === to ? cursor.bigint() : undefined
}

/** The decimal number below 2^53 that `bytes[from, to)` is: a pid, say. */
export function readCount(bytes: Uint8Array, from: number, to: number): number | undefined {
  const value = readDecimal(bytes, from, to)
  return value === undefined || value > BigInt(Number.MAX_SAFE_INTEGER) ? undefined : Number(value)
}

/** A user id as lsof -F prints it: a signed int, so that ids from 2^31 up have a minus. */
export function readUid(bytes: Uint8Array, from: number, to: number): number | undefined {
  if (bytes[from] !== MINUS) return readCount(bytes, from, to)
  const value = readCount(bytes, from + 1, to)
  return value === undefined || value > 2 ** 31 ? undefined : 2 ** 32 - value
}

/** The number after `0x` that `bytes[from, to)` is, below 2^64. */
export function readHex(bytes: Uint8Array, from: number, to: number): bigint | undefined {
  if (bytes[from] !== 0x30 || bytes[from + 1] !== 0x78) return undefined
  return cursor.hex(bytes, from + 2, to) && cursor.at === to ? cursor.bigint() : undefined
}

/** The device `MAJOR,MINOR` (decimal) that `bytes[from, to)` is. */
export function readDevice(bytes: Uint8Array, from: number, to: number): Device | undefined {
  if (!cursor.decimal(bytes, from, to) || cursor.high !== 0 || bytes[cursor.at] !== COMMA) return undefined
  const major = cursor.low
  if (!cursor.decimal(bytes, cursor.at + 1, to) || cursor.high !== 0 || cursor.at !== to) return undefined
  return { major, minor: cursor.low }
}
