import { latin1 } from '../model/pathname.js'
import { isMessageWord } from './message-words.js'

/** What words of a message end at. */
const BETWEEN = new Set([...'\0\t\n\r /"\'`()[]{}<>,;:=!?*'].map((character) => character.charCodeAt(0)))

/**
 * Replaces every word of `bytes[from, to)` that no tool and no program is known to say: a message, a row that cannot be
 * read, or whatever else may hold a name without saying where.
 */
export function replaceMessage(bytes: Uint8Array, replace: (word: Uint8Array) => Uint8Array): Uint8Array {
  const out = Uint8Array.from(bytes)
  let from = 0
  for (let at = 0; at <= bytes.length; at++) {
    if (at < bytes.length && !BETWEEN.has(bytes[at] as number)) continue
    let to = at
    while (to > from && bytes[to - 1] === 0x2e) to -= 1
    const word = bytes.subarray(from, to)
    if (word.length > 0 && !isMessageWord(latin1(word))) out.set(replace(word), from)
    from = at + 1
  }
  return out
}
