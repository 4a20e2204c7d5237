import type { CounterName } from '../../../src/model/region.js'

/** What stands in a row of a pmap that is not procps', in the order of the columns. */
export interface CellShape {
  readonly dialect: string
  /** What the numbers after the size are; undefined where no heading says so. */
  readonly counters: readonly (CounterName | undefined)[]
  /** True when every number ends in `K`. */
  readonly hasUnit: boolean
  /** The mode: as in maps (`r-xp`), with `-` for private and one more (`r-x--`), or as in maps and one more (`r-xp-`). */
  readonly mode: 'r-xp' | 'r-x--' | 'r-xp-'
  /** True when offset and device stand between mode and name. */
  readonly hasOffset: boolean
  /** The most blanks between the mode, or the device, and the name. */
  readonly gap: 1 | 2
}

const MODES: Readonly<Record<CellShape['mode'], string>> = {
  'r-xp': '[r-][w-][x-][psS]',
  'r-x--': '[r-][w-][x-][s-]-',
  'r-xp-': '[r-][w-][x-][psS]-',
}

/** What a row of this shape looks like up to its name, as text; for detection. */
export function rowPattern({ counters, hasUnit, mode, hasOffset, gap }: CellShape): RegExp {
  const number = `\\d+${hasUnit ? 'K' : ''} `
  const device = hasOffset ? ' [0-9a-f]{8,16} [0-9a-f]+:[0-9a-f]+' : ''
  return new RegExp(`^[0-9a-f]{8,16} +${`${number} *`.repeat(1 + counters.length)}${MODES[mode]}${device} {${gap}}`)
}
