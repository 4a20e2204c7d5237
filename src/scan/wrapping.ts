const NEWLINE = 0x0a
const RETURN = 0x0d
const BLANK = 0x20
const TAB = 0x09
const QUOTE = 0x3e

/** How much of a text shows what stands around its lines, in bytes. */
export const HEAD_BYTES = 1024

/** What mail, web pages and editors put around the lines of a text on its way to us. */
export interface Wrapping {
  /** Bytes of the byte order mark before the text: 3 or 0. */
  readonly mark: number
  /** What stands before each line: the `> ` of a mail, or blanks. */
  readonly prefix: Uint8Array
  /** True when lines end in CR LF. */
  readonly carriageReturns: boolean
}

/** A text as its tool printed it. */
export const BARE: Wrapping = { mark: 0, prefix: new Uint8Array(0), carriageReturns: false }

/** True when nothing is to be taken off. */
export function isBare({ mark, prefix, carriageReturns }: Wrapping): boolean {
  return mark === 0 && prefix.length === 0 && !carriageReturns
}

/**
 * What stands around the lines of a text, by its first bytes: a byte order mark, a CR that every line ends in, and the quotes
 * of a mail that every line begins with. One line without them shows that on the others they are part of names.
 */
export function wrappingOf(head: Uint8Array): Wrapping {
  const mark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0
  // Nearly every text is bare, and short ones are many.
  if (!mayBeQuoted(head[mark]) && head.indexOf(RETURN) < 0) return mark === 0 ? BARE : { ...BARE, mark }
  const { whole, last } = linesOf(head.subarray(mark))
  const carriageReturns = whole.length > 0 && whole.every((line) => line[line.length - 1] === RETURN)
  const lines = carriageReturns ? whole.map((line) => line.subarray(0, -1)) : whole
  return { mark, prefix: quotesOf(last === undefined ? lines : [...lines, last]), carriageReturns }
}

/** The same wrapping with the blanks that every line begins with; undefined when there are none. */
export function indented(wrapping: Wrapping, head: Uint8Array): Wrapping | undefined {
  if (isBare(wrapping) && head.length > 0 && head[0] !== NEWLINE && !isSpace(head[0] as number)) return undefined
  const { whole, last } = linesOf(unwrapped(head, wrapping))
  const lines = [...whole, ...(last === undefined ? [] : [last])].filter((line) => line.some((byte) => !isSpace(byte)))
  const [first] = lines
  if (first === undefined) return undefined
  let size = first.findIndex((byte) => !isSpace(byte))
  for (const line of lines) while (!hasPrefix(line, 0, line.length, first.subarray(0, size))) size -= 1
  if (size === 0) return undefined
  return { ...wrapping, prefix: Uint8Array.of(...wrapping.prefix, ...first.subarray(0, size)) }
}

/** The first bytes of a text without what stands around its lines. */
export function unwrapped(head: Uint8Array, wrapping: Wrapping): Uint8Array {
  if (isBare(wrapping)) return head
  const bytes: number[] = []
  let from = wrapping.mark
  while (from < head.length) {
    const newline = head.indexOf(NEWLINE, from)
    const to = innerTo(head, from, newline < 0 ? head.length : newline, wrapping)
    bytes.push(...head.subarray(innerFrom(head, from, to, wrapping), to))
    if (newline < 0) break
    bytes.push(NEWLINE)
    from = newline + 1
  }
  return Uint8Array.from(bytes)
}

/** Where the line `bytes[from, to)`, already without its CR, itself begins. */
export function innerFrom(bytes: Uint8Array, from: number, to: number, { prefix }: Wrapping): number {
  if (hasPrefix(bytes, from, to, prefix)) return from + prefix.length
  // An empty line has lost the blank after its quote.
  return hasPrefix(prefix, 0, prefix.length, bytes.subarray(from, to)) ? to : from
}

/** Where the line `bytes[from, to)` itself ends. // exclusive */
export function innerTo(bytes: Uint8Array, from: number, to: number, { carriageReturns }: Wrapping): number {
  return carriageReturns && to > from && bytes[to - 1] === RETURN ? to - 1 : to
}

/** The lines of a head, and what follows the last newline when the text, or all we may see of it, goes on there. */
function linesOf(head: Uint8Array): { readonly whole: readonly Uint8Array[]; readonly last?: Uint8Array } {
  const whole: Uint8Array[] = []
  let from = 0
  for (let newline = head.indexOf(NEWLINE); newline >= 0; newline = head.indexOf(NEWLINE, from)) {
    whole.push(head.subarray(from, newline))
    from = newline + 1
  }
  return from === head.length ? { whole } : { whole, last: head.subarray(from) }
}

/** The quotes that every line begins with. */
function quotesOf(lines: readonly Uint8Array[]): Uint8Array {
  const [first = BARE.prefix] = lines
  let size = 0
  for (let at = 0; first[at] === QUOTE || first[at] === BLANK; at++) if (first[at] === QUOTE) size = at + 1
  if (size === 0) return BARE.prefix
  // Some mail programs set a blank after the quote, and some do not.
  const candidates = [first.slice(0, first[size] === BLANK ? size + 1 : size), first.slice(0, size)]
  const isOnEach = (prefix: Uint8Array): boolean =>
    lines.every((line) => line.length > 0 && innerFrom(line, 0, line.length, { ...BARE, prefix }) > 0)
  return candidates.find(isOnEach) ?? BARE.prefix
}

function hasPrefix(bytes: Uint8Array, from: number, to: number, prefix: Uint8Array): boolean {
  if (to - from < prefix.length) return false
  for (let i = 0; i < prefix.length; i++) if (bytes[from + i] !== prefix[i]) return false
  return true
}

function mayBeQuoted(first: number | undefined): boolean {
  return first === QUOTE || first === BLANK
}

function isSpace(byte: number): boolean {
  return byte === BLANK || byte === TAB
}
