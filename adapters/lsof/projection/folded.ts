import type { View } from '../../../src/adapter.js'
import { latin1 } from '../../../src/model/pathname.js'

/** True when two names differ in their blanks alone, and the rows of the listing were spaced anew by somebody. */
export function isFolded({ diagnostics }: View, listed: Uint8Array, name: Uint8Array): boolean {
  return diagnostics.count('odd-spacing') > 0 && fold(listed) === fold(name)
}

function fold(name: Uint8Array): string {
  return latin1(name)
    .replace(/[ \t]+/g, ' ')
    .trimEnd()
}
