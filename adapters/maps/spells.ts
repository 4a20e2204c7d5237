import { isPadded } from '../../src/scan/cursor.js'
import type { Fields } from './fields.js'
import { nameColumn, type Spelling, unnamedSize } from './spelling.js'

const BLANK = 0x20

/** What `spells` gives for a line that is spaced in another way. */
export const NOT_SO = -1

/** True for a line with one blank between its fields, and its hex in lower case: what every spelling has. */
export function isTight(fields: Fields): boolean {
  const { bytes, from, startFrom, endTo, permsFrom, permsTo, offsetFrom, offsetTo, hasDevice } = fields
  if (startFrom !== from || !isGap(bytes, endTo, permsFrom) || !isGap(bytes, permsTo, offsetFrom)) return false
  if (hasDevice && !(isGap(bytes, offsetTo, fields.deviceFrom) && isGap(bytes, fields.deviceTo, fields.inodeFrom)))
    return false
  for (let at = fields.prefixTo; at < fields.nameFrom; at++) if (bytes[at] !== BLANK) return false
  return !hasUpper(bytes, from, endTo) && !hasUpper(bytes, offsetFrom, hasDevice ? fields.deviceTo : offsetTo)
}

/** Where the name of a tight line begins (the line's end for none) if the spelling gives just these bytes, else NOT_SO. */
export function spells(spelling: Spelling, fields: Fields): number {
  const { bytes, from, to, prefixTo } = fields
  if (fields.hasDevice !== spelling.device > 0) return NOT_SO
  const start = isPadded(bytes, fields.startFrom, fields.startTo, spelling.address)
  if (!start || !isPadded(bytes, fields.startTo + 1, fields.endTo, spelling.address)) return NOT_SO
  if (!isPadded(bytes, fields.offsetFrom, fields.offsetTo, spelling.offset)) return NOT_SO
  if (fields.hasDevice) {
    const major = isPadded(bytes, fields.deviceFrom, fields.colon, spelling.device)
    if (!major || !isPadded(bytes, fields.colon + 1, fields.deviceTo, spelling.device)) return NOT_SO
    if (!isPadded(bytes, fields.inodeFrom, prefixTo, 1)) return NOT_SO
  }
  const size = prefixTo - from
  if (fields.nameFrom === to) return to - from === unnamedSize(spelling, size) ? to : NOT_SO
  const nameFrom = from + nameColumn(spelling, size, bytes[fields.nameFrom] as number)
  // Names may begin with blanks, but where no column tells, these are more likely a wider gap.
  return nameFrom === fields.nameFrom || (nameFrom < fields.nameFrom && spelling.column > 0) ? nameFrom : NOT_SO
}

function isGap(bytes: Uint8Array, from: number, to: number): boolean {
  return to === from + 1 && bytes[from] === BLANK
}

function hasUpper(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number
    if (byte >= 0x41 && byte <= 0x46) return true
  }
  return false
}
