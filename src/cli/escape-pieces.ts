import { printableBytes } from '../report/printable.js'

const NEWLINE = 0x0a
const encoder = new TextEncoder()

/** The pieces of a text with every control character but newline written out, so that no name can drive a terminal. */
export function* escapedForTerminal(
  pieces: Iterable<Uint8Array>,
  tell: (message: string) => void,
): Iterable<Uint8Array> {
  let rest: Uint8Array = new Uint8Array(0)
  let changed = 0
  const escaped = (lines: Uint8Array): Uint8Array => {
    let text = ''
    for (let from = 0; from < lines.length; ) {
      const newline = lines.indexOf(NEWLINE, from)
      const to = newline < 0 ? lines.length : newline
      const line = lines.subarray(from, to)
      const shown = printableBytes(line)
      if (!sameText(line, shown)) changed += 1
      text += newline < 0 ? shown : `${shown}\n`
      from = to + 1
    }
    return encoder.encode(text)
  }
  for (const piece of pieces) {
    const whole = new Uint8Array(rest.length + piece.length)
    whole.set(rest)
    whole.set(piece, rest.length)
    const end = whole.lastIndexOf(NEWLINE) + 1
    rest = whole.subarray(end)
    yield escaped(whole.subarray(0, end))
  }
  yield escaped(rest)
  if (changed > 0) {
    tell(
      `${changed} line${changed === 1 ? '' : 's'} shown with control characters written out; -o FILE writes the bytes as they are`,
    )
  }
}

function sameText(bytes: Uint8Array, text: string): boolean {
  const other = encoder.encode(text)
  return other.length === bytes.length && other.every((byte, index) => byte === bytes[index])
}
