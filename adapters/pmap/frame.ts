/** Lines longer than this are neither headings nor totals. */
const LONGEST = 4096

const latin1 = new TextDecoder('latin1')

const HEADING_X = /^Address +Kbytes +RSS +Dirty Mode {2}Mapping$/
const HEADING_D = /^Address +Kbytes Mode {2}Offset {11}Device {4}Mapping$/
const RULE = /^(?:[ -]*|[ =]*)$/
const TOTALS =
  /^(?: total +\d+K|total kB +\d+ +\d+ +\d+|mapped: \d+K {4}writeable\/private: \d+K {4}shared: \d+K|[\d ]+ KB ?)$/

/** A line that is no row, as text; undefined when it is too long to be worth reading. */
export function frameText(bytes: Uint8Array, from: number, to: number): string | undefined {
  return to - from > LONGEST ? undefined : latin1.decode(bytes.subarray(from, to))
}

/** The narrow dialect whose heading this is. */
export function narrowHeading(text: string): 'x' | 'd' | undefined {
  if (HEADING_X.test(text)) return 'x'
  return HEADING_D.test(text) ? 'd' : undefined
}

/** True for a rule of dashes or equals signs, and for a blank line. */
export function isRule(text: string): boolean {
  return RULE.test(text)
}

/** True for the totals that end a block: one line a mode, English only. */
export function isTotals(text: string): boolean {
  return TOTALS.test(text)
}

/** True for what can only be titles of columns: words without any number. What pmap says about itself is none. */
export function isForeignHeading(text: string): boolean {
  return !/\d/.test(text) && !text.startsWith('pmap: ')
}
