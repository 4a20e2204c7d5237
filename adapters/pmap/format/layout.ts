import type { CounterName } from '../../../src/model/region.js'

/** What a view's rows sum up to, by the name of a total, in kilobytes; undefined where nobody can tell. */
export type SumOf = (name: string) => bigint | undefined

/** How a pmap lays a block out. */
export interface Layout {
  /** Blanks between `PID:` and the command. */
  readonly blanks: 1 | 3
  /** Digits of the address; 16 where it does not say. */
  readonly addressDigits?: number
  readonly sizeWidth: number
  /** How many of the numbers, size first, always have a blank of their own in front. */
  readonly spaced: number
  /** What stands behind each number. */
  readonly unit: '' | 'K'
  /** The cells behind the size, seven columns wide without the unit's; a dash for what the tool does not know. */
  readonly counters: readonly (CounterName | '-')[]
  /** How wide those cells are, where not all are of seven columns. */
  readonly counterWidths?: readonly number[]
  /** Blanks before the mode. */
  readonly modeGap: number
  /** The mode: as in maps (`r-xp`), with `-` for private and one more (`r-x--`), or as in maps and one more (`r-xp-`). */
  readonly mode: 'r-xp' | 'r-x--' | 'r-xp-'
  /** Offset and device: three and five digits, or two and two in a column of six. */
  readonly device: 'none' | 'padded' | 'short'
  /** Digits of the offset, and columns of the device, where they are wider than 16 and 9. */
  readonly offsetDigits?: number
  readonly deviceWidth?: number
  /** Blanks before the name. */
  readonly nameGap: 1 | 2
  readonly heading?: string
  readonly footer: (sum: SumOf) => string
}
