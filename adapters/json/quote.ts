import { latin1 } from '../../src/model/pathname.js'
import { toBase64 } from './base64.js'

const lenient = new TextDecoder('utf-8', { ignoreBOM: true })
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Characters that JSON allows but that a terminal obeys, or that hide or turn text. */
const UNSAFE = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu

/** A text as JSON writes it, quotes and all; no control character comes out as it is. */
export function quote(text: string): string {
  return JSON.stringify(text).replace(UNSAFE, (character) => {
    return `\\u${(character.codePointAt(0) as number).toString(16).padStart(4, '0')}`
  })
}

/** Any value as JSON writes it, with strings as `quote` writes them. */
export function quoteAll(value: unknown): string {
  return JSON.stringify(value).replace(UNSAFE, (character) => quote(character).slice(1, -1))
}

/** Bytes under a key: as text, and in base64 beside it where the text does not say all of them. */
export function quoteBytes(key: string, bytes: Uint8Array): string {
  if (isPlain(bytes)) return `${quote(key)}:"${latin1(bytes)}"`
  const text = `${quote(key)}:${quote(lenient.decode(bytes))}`
  return isText(bytes) ? text : `${text},${quote(`${key}Base64`)}:"${toBase64(bytes)}"`
}

/** True for bytes that all stand for themselves in JSON: of ASCII what is printed, but quote and backslash. */
function isPlain(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number
    if (byte < 0x20 || byte > 0x7e || byte === 0x22 || byte === 0x5c) return false
  }
  return true
}

/** True for bytes that are UTF-8. */
export function isText(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes)
    return true
  } catch {
    return false
  }
}
