import fc from 'fast-check'

/** One thing done to a text. Places are fractions, so that one damage fits texts of any length. */
export interface Damage {
  readonly how: 'byte' | 'cut' | 'splice' | 'insert' | 'drop'
  /** 0 … 1 */
  readonly at: number
  /** 0 … 1 */
  readonly until: number
  readonly byte: number
}

/** A byte changed, put in or left out, the end cut off, or a piece of the text left out or repeated. */
export const damage: fc.Arbitrary<Damage> = fc.record({
  how: fc.constantFrom('byte', 'byte', 'byte', 'cut', 'splice', 'insert', 'drop'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  until: fc.double({ min: 0, max: 1, noNaN: true }),
  byte: fc.oneof(fc.constantFrom(0x00, 0x09, 0x0a, 0x0d, 0x20, 0x2d, 0x30, 0x3a, 0xff), fc.nat({ max: 255 })),
})

/** The text with the damage done. */
export function damagedBy(text: Uint8Array, { how, at, until, byte }: Damage): Uint8Array {
  const place = Math.floor(at * text.length)
  const other = Math.floor(until * text.length)
  const before = text.subarray(0, place)
  if (how === 'cut') return before
  if (how === 'insert') return Buffer.concat([before, Uint8Array.of(byte), text.subarray(place)])
  if (how === 'drop') return Buffer.concat([before, text.subarray(place + 1)])
  if (how === 'splice') return Buffer.concat([before, text.subarray(other)])
  const copy = Uint8Array.from(text)
  if (place < copy.length) copy[place] = byte
  return copy
}

/**
 * The text with one thing done to it: a byte changed, put in or left out, the end cut off, a piece left out or repeated. Now and
 * then it is as good as before: no reader may crash on it, and that is all that can be asked.
 */
export function damaged(text: Uint8Array): fc.Arbitrary<Uint8Array> {
  return damage.map((one) => damagedBy(text, one))
}
