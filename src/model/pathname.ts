const DELETED = ' (deleted)'
const deletedBytes = new TextEncoder().encode(DELETED)

/** True when the name ends in ` (deleted)`: an unlinked file, or a file whose real name ends so. */
export function isMarkedDeleted(name: Uint8Array): boolean {
  const offset = name.length - deletedBytes.length
  if (offset < 0) return false
  for (let i = 0; i < deletedBytes.length; i++) if (name[offset + i] !== deletedBytes[i]) return false
  return true
}

/** The name without one ` (deleted)` at its end. */
export function withoutDeletedMark(name: Uint8Array): Uint8Array {
  return isMarkedDeleted(name) ? name.subarray(0, name.length - deletedBytes.length) : name
}

/** The part after the last slash; the whole name where there is none. */
export function basename(name: Uint8Array): Uint8Array {
  return name.subarray(name.lastIndexOf(0x2f) + 1)
}

/** True when both hold the same bytes. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a === b) return true
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

/** Bytes as text of one character each, for keys: never for people. */
export function latin1(bytes: Uint8Array): string {
  const { length } = bytes
  let text = ''
  let at = 0
  // Several at once: a text made of single characters is slow to make, and slow to look up.
  for (; at + 4 <= length; at += 4) {
    text += String.fromCharCode(
      bytes[at] as number,
      bytes[at + 1] as number,
      bytes[at + 2] as number,
      bytes[at + 3] as number,
    )
  }
  for (; at < length; at++) text += String.fromCharCode(bytes[at] as number)
  return text
}
