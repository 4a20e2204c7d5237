/** Base64 with padding. */
export const BASE64: RegExp = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/
const lenient = new TextDecoder('utf-8', { ignoreBOM: true })

/** Bytes in base64, with padding. */
export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

/** The bytes of a base64 text. */
export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}

/** True when the base64 text holds what the text shows of it: the same, with U+FFFD for what is not UTF-8. */
export function shows(text: string, base64: string): boolean {
  return lenient.decode(fromBase64(base64)) === text
}
