import type { Sink } from '../../../src/adapter.js'
import { frameText, isMessage } from '../frame.js'
import { toybox } from './toybox.js'

const NEWLINE = 0x0a

/** What a row begins with, be it whole or damaged. */
const ADDRESS = /^[0-9a-f]{8,16} /

/** A process that a first line named; toybox prints its command with the newlines that are in it. */
export interface Named {
  readonly pid: number
  cmdline: Uint8Array
}

/** True for a text that was told to be toybox's: in any other one such lines cannot be told from damage. */
export function mayGoOn(told: string | undefined): boolean {
  return told?.startsWith('toybox') === true
}

/** Reads a line between the one that names a process and its rows as more of its command; false for a line of toybox's own. */
export function readMore(named: Named, sink: Sink, bytes: Uint8Array, from: number, to: number): boolean {
  const text = frameText(bytes, from, to) ?? ''
  if (ADDRESS.test(text) || toybox.dialectOf(text) !== undefined || toybox.totals(text, undefined) !== undefined)
    return false
  if (isMessage(text)) return false
  named.cmdline = Uint8Array.of(...named.cmdline, NEWLINE, ...bytes.subarray(from, to))
  sink.personal('command', bytes, from, to)
  sink.heading()
  return true
}
