import { escapeC } from '../names/escape.js'

const BLANK = 0x20
const BACKSLASH = 0x5c

/** A command as the table (lsof 4.93 to 4.99) shows it in `width` columns, padded; an escape that does not fit ends it. */
export function commandCell(command: Uint8Array, width: number): string {
  let cell = ''
  for (const byte of command) {
    const shown = escaped(byte)
    if (cell.length + shown.length > width) break
    cell += shown
  }
  return cell.padEnd(width)
}

/** How many columns lsof thinks that a command takes: two for each byte from 0x80 on, though it prints four. */
export function commandLength(command: Uint8Array): number {
  let length = 0
  for (const byte of command) length += byte >= 0x80 ? 2 : byte === BACKSLASH ? 1 : escaped(byte).length
  return length
}

function escaped(byte: number): string {
  return byte === BLANK ? '\\x20' : String.fromCharCode(...escapeC(Uint8Array.of(byte)))
}
