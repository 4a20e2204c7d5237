import { startsWith } from '../../src/scan/cursor.js'

const BLANK = 0x20
const encoder = new TextEncoder()

/** What stands behind the range in the header of smaps_rollup, up to the blanks before the name. */
const CONSTANT: Uint8Array = encoder.encode(' ---p 00000000 00:00 0 ')

/** The name of the one record of smaps_rollup. */
const NAME: Uint8Array = encoder.encode('[rollup]')

/** True for the header of smaps_rollup (since Linux 4.14): a range without rights, file and offset, named `[rollup]`. */
export function isRollupHeader(bytes: Uint8Array, from: number, to: number): boolean {
  const nameFrom = to - NAME.length
  if (nameFrom <= from || !startsWith(bytes, nameFrom, to, NAME)) return false
  const rangeTo = bytes.indexOf(BLANK, from)
  if (rangeTo < 0 || !startsWith(bytes, rangeTo, nameFrom, CONSTANT)) return false
  for (let at = rangeTo + CONSTANT.length; at < nameFrom; at++) if (bytes[at] !== BLANK) return false
  return true
}
