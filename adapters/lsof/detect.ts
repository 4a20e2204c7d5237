import type { Match } from '../../src/adapter.js'

const TITLES = /^ *COMMAND +PID .*\bFD .*\bNAME$/m
const FIELDS = /^p\d+\n[KMzZgRcuLfaltDrsiknp]/
const FIELDS_AFTER_MESSAGE = /^lsof: [\s\S]*\np\d+\n[KMzZgRcuLf]/
const FIELDS0 = /^p\d+\0(?:[A-Za-z][^\0\n]*\0)*\n/m

/** Says how sure the first KiB looks like lsof: its table, -F or -F0. */
export function detectLsof(head: Uint8Array): Match | undefined {
  const text = new TextDecoder('latin1').decode(head)
  if (TITLES.test(text)) {
    return {
      dialect: 'table',
      confidence: 'sure',
      because: 'a line has the titles of lsof, from COMMAND and PID to NAME',
    }
  }
  if (FIELDS0.test(text)) {
    return {
      dialect: 'fields0',
      confidence: 'sure',
      because: 'a line begins with p and a number, and its fields end in NUL',
    }
  }
  if (FIELDS.test(text) || FIELDS_AFTER_MESSAGE.test(text)) {
    return { dialect: 'fields', confidence: 'sure', because: 'p and a number, then fields of one letter and a value' }
  }
  if (/^p\d+\n?$/.test(text)) {
    return { dialect: 'fields', confidence: 'possible', because: 'the only line is p and a number' }
  }
  return undefined
}
