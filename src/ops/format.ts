import type { Adapter, FormatOptions, View } from '../adapter.js'
import { MemmapsError } from '../report/errors.js'

/** The bytes of a text, in an adapter's format, that says what the views say. */
export function format(
  adapter: Adapter,
  views: View | readonly View[],
  options: FormatOptions = {},
): Iterable<Uint8Array> {
  if (adapter.format === undefined) {
    throw new MemmapsError('usage', `${adapter.name} can be read but not written`, 'memmaps formats lists what can be')
  }
  return adapter.format('table' in views ? [views] : views, options)
}

/** All the pieces of a text in one buffer. */
export function joined(pieces: Iterable<Uint8Array>): Uint8Array {
  const list = [...pieces]
  const whole = new Uint8Array(list.reduce((size, piece) => size + piece.length, 0))
  let at = 0
  for (const piece of list) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
