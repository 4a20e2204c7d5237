import type { CellShape } from '../cells/shape.js'
import type { Program } from '../program.js'
import type { Ending } from '../sums.js'
import { SUMMED, twoModes } from './modes.js'

const SIZES: CellShape = {
  dialect: 'toybox',
  counters: [],
  hasUnit: true,
  mode: 'r-x--',
  hasOffset: false,
  gap: 1,
}

const HEADING = /^Address +Kbytes +PSS +Dirty +Swap Mode {2}Mapping$/

const ENDINGS: readonly Ending[] = [
  ['toybox', /^total +(\d+)K$/, ['Size']],
  ['toybox-x', /^total +(\d+) +(\d+) +(\d+) +(\d+)$/, SUMMED],
]

/** True for a row that no other pmap prints: a name that the kernel makes, and toybox indents. */
export function isOfToybox(line: string): boolean {
  return /^[0-9a-f]{8,16} +\d+K [r-][w-][x-][s-]- {3}\[[^ ]/.test(line)
}

/** The command of toybox, which Android has, too: 0.8.9, and unchanged by May 2026. */
export const toybox: Program = twoModes(SIZES, HEADING, ENDINGS)
