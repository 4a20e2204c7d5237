/** Lines longer than this are neither headings nor totals. */
const LONGEST = 4096

const latin1 = new TextDecoder('latin1')

const RULE = /^(?:[ -]*|[ =]*)$/

/** A line that is no row, as text; undefined when it is too long to be worth reading. */
export function frameText(bytes: Uint8Array, from: number, to: number): string | undefined {
  return to - from > LONGEST ? undefined : latin1.decode(bytes.subarray(from, to))
}

/** True for a rule of dashes or equals signs, and for a blank line. */
export function isRule(text: string): boolean {
  return RULE.test(text)
}

/** True for what pmap says about itself, on its standard error. */
export function isMessage(text: string): boolean {
  return text.startsWith('pmap: ')
}

/** True for what can only be titles of columns: words without any number. */
export function isForeignHeading(text: string): boolean {
  return !/\d/.test(text)
}
