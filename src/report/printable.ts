const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** C0 and C1 controls, DEL, and what turns or hides text: nothing of this may reach a terminal or a page as it is. */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu

/** Text that is safe to show: each control character is written as `\xNN` or `\u{N}`. */
export function printable(text: string): string {
  return text.replace(UNSAFE, (character) => {
    const code = character.codePointAt(0) as number
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`
  })
}

/** JSON text that is safe to show: what JSON itself leaves as it is, and a terminal obeys, is written as `\\uNNNN`. */
export function printableJson(json: string): string {
  return json.replace(UNSAFE, (character) =>
    character < ' ' ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** Bytes as text that is safe to show: what is not UTF-8 is written as `\xNN`, byte by byte. */
export function printableBytes(bytes: Uint8Array): string {
  const text = decoder.decode(bytes)
  if (!text.includes('\ufffd')) return printable(text)
  let shown = ''
  for (let at = 0; at < bytes.length; ) {
    const size = characterSize(bytes, at)
    if (size === 0) {
      shown += `\\x${(bytes[at] as number).toString(16).padStart(2, '0')}`
      at += 1
    } else {
      shown += printable(decoder.decode(bytes.subarray(at, at + size)))
      at += size
    }
  }
  return shown
}

/** How many bytes the UTF-8 character at `at` has; 0 when there is none. */
export function characterSize(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number
  if (first < 0x80) return 1
  const size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0
  if (size === 0 || at + size > bytes.length) return 0
  try {
    strict.decode(bytes.subarray(at, at + size))
    return size
  } catch {
    return 0
  }
}
