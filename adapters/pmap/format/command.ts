import type { Locale, ProcessFacts } from '../../../src/adapter.js'
import { isBefore } from '../../../src/model/version.js'
import { escapeCommand } from './escape.js'

const BLANK = 0x20
const NEWLINE = 0x0a
const QUESTION = 0x3f
const NOTHING: Uint8Array = new Uint8Array(0)
const NOBODY = encode('[?]')

/** Bytes of a command that procps keeps: before 4.0.0, and since. */
const OLDER_BYTES = 511
const BYTES = 131071

/**
 * The command as procps prints it: its arguments, else its short name in brackets. Arguments that are all empty have a mark of
 * their own: `?` up to 4.0.4, `-` in 4.0.7.
 */
export function procpsCommand(process: ProcessFacts, version: string | undefined, locale: Locale): Uint8Array {
  const isOlder = isBefore(version, '4.0.0')
  const line = process.cmdline ?? NOTHING
  const most = isOlder ? OLDER_BYTES : BYTES
  if (line.length === 0) {
    const name = escapeCommand(process.comm ?? encode(process.command ?? ''), version, locale)
    const isGone = !isOlder && process.state === 'Z'
    return Uint8Array.of(0x5b, ...name, ...encode(isGone ? '] <defunct>' : ']')).subarray(0, most)
  }
  const read = line.subarray(0, most)
  const isPlain = isBefore(version, '3.3.0')
  const joined = read
    .subarray(0, textEnd(read, isOlder ? 1 : read.length))
    .map((byte) => (byte === 0 || (byte === NEWLINE && !isPlain) ? BLANK : byte))
  // A program that wrote over its arguments may leave a blank in place of the last NUL.
  const isOverwritten = !isOlder && joined.length === read.length && joined.at(-1) === BLANK
  const text = isOverwritten ? joined.subarray(0, -1) : joined
  if (text.length === 0 && !isOlder) return encode(isBefore(version, '4.0.5') ? '?' : '-')
  return escapeCommand(text, version, locale)
}

/** The command as busybox prints it: up to 1.37, and since 1.38. */
export function busyboxCommand({ cmdline }: ProcessFacts, isOlder: boolean): Uint8Array {
  if (cmdline === undefined || cmdline.length === 0) return NOBODY
  const read = cmdline.subarray(0, isOlder ? 255 : 4095)
  const control = isOlder ? BLANK : QUESTION
  return read
    .subarray(0, textEnd(read, read.length))
    .map((byte) => (byte === 0 ? BLANK : byte < BLANK ? control : byte))
}

/** The command as toybox prints it: the first argument. */
export function toyboxCommand({ cmdline = NOTHING }: ProcessFacts): Uint8Array {
  const end = cmdline.indexOf(0)
  return end < 0 ? cmdline : cmdline.subarray(0, end)
}

/** Where the text ends once up to `most` NULs behind it are taken off. */
function textEnd(bytes: Uint8Array, most: number): number {
  let end = bytes.length
  while (end > 0 && bytes.length - end < most && bytes[end - 1] === 0) end -= 1
  return end
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
