import type { FieldPlace } from './places.js'

/**
 * What each field of a process set can hold, in lsof's order.
 *
 * Advice to the next reader: every part that may hold anything has a length, or a hostile line would take time that grows
 * with its square.
 */
const PROCESS = /^p(\d+)(?:K(\d+)(?:M(.{0,64}?))?)?(?:g(\d+))?(?:R(\d+))?(?:c(.{0,64}?))?(?:u(-?\d+))?(?:L(.*))?$/ds

/** What each field of a file set can hold, in lsof's order; `n` goes to the end, so nothing before it can be mistaken. */
const FILE =
  /^f(cwd|rtd|txt|mem|DEL|NOFD|\d+|\*\d+)(?:a([ rwu-]))?(?:l([ NrRwWuUxX]))?(?:t([A-Za-z0-9]{1,8}?))?(?:D(0x[0-9a-f]+))?(?:r(0x[0-9a-f]+))?(?:s(\d+))?(?:o(0t\d+|0x[0-9a-f]+))?(?:i(\d+))?(?:k(\d+))?(?:P([A-Z]{1,16}))?(?:n(.*))?$/ds

const PROCESS_LETTERS = 'pKMgRcuL'
const FILE_LETTERS = 'faltDrsoikPn'

/** A line of -F that is a descriptor alone has at most so many bytes: `f*12345`. */
const DESCRIPTOR_BYTES = 7

const latin1 = new TextDecoder('latin1')

/**
 * The fields of a set of -F0 that lost its NULs, as it does when it is copied from a terminal; undefined when the line is no
 * such set. The order of the fields, and what each can hold, show where they were.
 */
export function withoutNuls(bytes: Uint8Array, from: number, to: number): readonly FieldPlace[] | undefined {
  const process = bytes[from] === 0x70
  if (!process && to - from <= DESCRIPTOR_BYTES) return undefined
  // In latin-1 a byte is a character, so places stay.
  const match = (process ? PROCESS : FILE).exec(latin1.decode(bytes.subarray(from, to)))
  const places = match?.indices
  if (places === undefined) return undefined
  const fields: FieldPlace[] = []
  const letters = process ? PROCESS_LETTERS : FILE_LETTERS
  for (const [index, letter] of [...letters].entries()) {
    const place = places[index + 1]
    if (place !== undefined) fields.push({ letter, from: from + place[0], to: from + place[1] })
  }
  // One field alone is a line of -F.
  return fields.length > 1 ? fields : undefined
}
