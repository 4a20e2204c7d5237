import { escapeC } from '../names/escape.js'

const BLANK = 0x20
const BACKSLASH = 0x5c

/** A command as the table (lsof 4.93 to 4.99) shows it in `width` columns, padded; an escape that does not fit ends it. */
export function commandCell(command: Uint8Array, width: number, unsigned: boolean): string {
  let cell = ''
  for (const byte of command) {
    const shown = escaped(byte, unsigned)
    if (cell.length + shown.length > width) break
    cell += shown
  }
  return cell.padEnd(width)
}

/**
 * How many columns lsof thinks that a command takes: two for each byte from 0x80 on, though it prints four, unless char is
 * `unsigned`.
 */
export function commandLength(command: Uint8Array, unsigned: boolean): number {
  let length = 0
  for (const byte of command) {
    if (byte === BACKSLASH) length += 1
    else length += byte >= 0x80 && !unsigned ? 2 : escaped(byte, unsigned).length
  }
  return length
}

function escaped(byte: number, unsigned: boolean): string {
  return byte === BLANK ? '\\x20' : String.fromCharCode(...escapeC(Uint8Array.of(byte), unsigned))
}
