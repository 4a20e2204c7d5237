import type { View } from '../../../src/adapter.js'
import { isBefore } from '../../../src/model/version.js'
import { characterSize } from '../../../src/report/printable.js'
import { asciiOnly, controlsKept, utf8Kept } from './name.js'

/** Makes the bytes of a name what they are once they are printed. */
export type Clean = (name: Uint8Array) => Uint8Array

const utf8: Clean = (name) => utf8Kept(name, characterSize)

/** Every way in which some version of pmap, in some locale, prints a name: the oldest first. */
export const CLEANINGS: readonly Clean[] = [asciiOnly, controlsKept, utf8]

/** The way in which the pmap that printed a view cleans names: by its version and locale, else as the view's own names show it. */
export function cleaningOf({ table, source }: View): Clean {
  if (source.locale !== undefined && source.version !== undefined) {
    if (isBefore(source.version, '4.0.5')) return asciiOnly
    return source.locale === 'C' ? controlsKept : utf8
  }
  let clean: Clean = asciiOnly
  for (let row = 0; row < table.length; row++) {
    const name = table.pathnameBytes(row)
    if (name === undefined) continue
    for (const byte of name) {
      if (byte > 0x7f) return utf8
      if (byte < 0x20 || byte === 0x7f) clean = controlsKept
    }
  }
  return clean
}
