import { WIDE_NAME_BYTES, wideName } from './name.js'
import type { Printer } from './one-name.js'

/** Names shorter than this are taken for whole ones, where nobody can tell how long the folder before them was. */
const LIKELY_CUT = 64

const SLASH = '/'
const MARK = ' (deleted)'

/**
 * The kernel's names of more than 127 bytes that pmap -X may have shown as `shown`, whose end another pmap shows as `other`:
 * the cut was in the last part of the path, or before it.
 */
export function cutNames(shown: string, other: string, { shown: { name }, wholePath }: Printer): readonly string[] {
  if (name !== wideName) return []
  const bare = other.trimStart()
  if (wholePath !== false && shown.length === WIDE_NAME_BYTES) return [shown + SLASH + bare]
  if (wholePath === true || shown === '' || shown.length >= WIDE_NAME_BYTES) return []
  const room = WIDE_NAME_BYTES - shown.length
  const folder = (SLASH.padEnd(room - 1, 'x') + SLASH).slice(-room)
  const isLong = shown.length >= LIKELY_CUT
  const rest = bare.slice(shown.length)
  const found: string[] = []
  if (printed(bare).startsWith(printed(shown)) && (isLong || !MARK.startsWith(rest))) found.push(folder + shown + rest)
  if (isLong) found.push(folder + shown + SLASH + bare)
  return found
}

/** A name with `?` for what some version of pmap does not print. */
function printed(name: string): string {
  return name.replace(/[^ -~]/g, '?')
}
