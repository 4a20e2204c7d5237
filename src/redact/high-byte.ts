import { latin1 } from '../model/pathname.js'
import { type Alphabet, span } from './alphabet.js'

const decoder = new TextDecoder()

const LEADS = span(0xc0, 0xfe)
const FOLLOWERS = span(0x80, 0xbf)

/** Which bytes may take each other's place after a lead byte, where not all of `FOLLOWERS` may; all others stay. */
const AFTER: Readonly<Record<number, readonly (readonly number[])[]>> = {
  // Controls stay, and so do a blank and a hyphen that do not show.
  194: [span(0xa1, 0xac).concat(span(0xae, 0xbf))],
  // What would be too long, a surrogate, or beyond the last character, is so afterwards.
  224: [span(0x80, 0x9f), span(0xa0, 0xbf)],
  237: [span(0x80, 0x9f), span(0xa0, 0xbf)],
  240: [span(0x80, 0x8f), span(0x90, 0xbf)],
  244: [span(0x80, 0x8f), span(0x90, 0xbf)],
  // Blocks with characters that hide, turn or join others stay what they are.
  226: [span(0x82, 0xbf)],
  239: [span(0x80, 0xb7).concat(span(0xb9, 0xba), span(0xbc, 0xbe))],
}

/** The blocks of the last two, by lead and second byte. */
const SETTLED: ReadonlySet<number> = new Set([0xe280, 0xe281, 0xefb8, 0xefbb, 0xefbf])

/**
 * The byte for one beyond ASCII: what is UTF-8 stays UTF-8, in the same script or near it, and what is none stays none.
 *
 * The first byte of a character stays; a byte that looks like one and is not followed as one is a letter of some other
 * encoding, and is replaced. 0xff stays: lsof prints it as it prints no other byte.
 */
export function highByte(alphabet: Alphabet, bytes: Uint8Array, at: number, before: string): number {
  const byte = bytes[at] as number
  const next = bytes[at + 1]
  if (byte >= 0xc0) {
    return next === undefined || isFollower(next) ? byte : alphabet.among(LEADS, byte, `${before} lone`)
  }
  const lead = at > 0 ? (bytes[at - 1] as number) : 0
  const first = at > 1 ? (bytes[at - 2] as number) : 0
  // Many characters of four bytes are not assigned, and are not printed: they stay within their 64.
  if (lead >= 0xf0 || first >= 0xf0) return byte
  if (at > 2 && (bytes[at - 3] as number) >= 0xf0) {
    const alike = FOLLOWERS.filter((other) => isAssigned(bytes, at, other) === isAssigned(bytes, at, byte))
    return alphabet.among(alike, byte, `${before} ${latin1(bytes.subarray(at - 3, at))}`)
  }
  if (SETTLED.has((first << 8) | lead)) return byte
  let run = at
  while (run > 0 && (bytes[run - 1] as number) >= 0x80) run -= 1
  const state = `${before} ${latin1(bytes.subarray(run, at))}`
  for (const members of AFTER[lead] ?? [FOLLOWERS]) {
    if (members.includes(byte)) return alphabet.among(members, byte, state)
  }
  return byte
}

/** True where a byte ends a character of four bytes that exists. */
function isAssigned(bytes: Uint8Array, at: number, byte: number): boolean {
  return !/[\p{Cn}\p{Cc}\p{Co}\ufffd]/u.test(decoder.decode(Uint8Array.of(...bytes.subarray(at - 3, at), byte)))
}

function isFollower(byte: number): boolean {
  return byte >= 0x80 && byte < 0xc0
}
