import type { CellShape } from '../cells/shape.js'
import type { Program } from '../program.js'
import type { Ending } from '../sums.js'
import { SUMMED, twoModes } from './modes.js'

const SIZES: CellShape = {
  dialect: 'busybox',
  counters: [],
  hasUnit: true,
  mode: 'r-xp',
  hasOffset: false,
  gap: 2,
}

/** Two TABs, in 32-bit builds one; on a terminal they become blanks. */
const HEADING = /^Address[\t ]+Kbytes +PSS +Dirty +Swap {2}Mode {2}Mapping$/

const ENDINGS: readonly Ending[] = [
  ['busybox', /^ total +(\d+)K$/, ['Size']],
  ['busybox-x', /^total kB +(\d+) +(\d+) +(\d+) +(\d+)$/, SUMMED],
  ['busybox-1.30', /^mapped: (\d+)K$/, ['Size']],
  ['busybox-1.30-x', /^total[\t ]+(\d+) +(\d+) +(\d+) +(\d+)$/, SUMMED],
]

/** The applet of busybox: up to 1.37 and since 1.38, which differ in their totals and in where they cut names. */
export const busybox: Program = twoModes(SIZES, HEADING, ENDINGS)
