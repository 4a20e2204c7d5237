import { printable } from '../report/printable.js'
import { meaningOf } from '../validate/meaning.js'
import type { Outcome } from '../validate/types.js'
import { columns } from './text-columns.js'
import type { ValidationReport } from './validate-report.js'

/** Values longer than this stand one below the other. */
const SHORT = 48

/** Longer values are cut, unless all is wanted. */
const LONG = 400

/** Lines of the text itself that are shown: a text of more is named alone. */
const FEW_LINES = 6

/** A failure for people: the case, what it should have said and what it said side by side, and what that means. */
export function failureLines(outcome: Outcome, { colors, all }: Pick<ValidationReport, 'colors' | 'all'>): string[] {
  const { case: one, verdict, fault, stderr } = outcome
  if (fault === undefined) return []
  const { expected, got, message } = fault
  const shown = (text: string): string => {
    const safe = printable(text)
    return all || safe.length <= LONG ? safe : `${safe.slice(0, LONG)}…`
  }
  return [
    `${colors.red(verdict)}  ${colors.bold(printable(one.id))}`,
    ...(one.about === undefined ? [] : [`  ${printable(one.about)}`]),
    ...excerpt(one.text, fault.line),
    `  ${printable(message)}`,
    ...sides(expected === undefined ? undefined : shown(expected), got === undefined ? undefined : shown(got)),
    ...(stderr === undefined ? [] : [`  it said: ${shown(endsOf(stderr))}`]),
    colors.dim(`  to a user: ${meaningOf(outcome)}`),
  ]
}

/** The first line and the last: some say there what happened, and some here. */
function endsOf(said: string): string {
  const lines = said.split('\n').filter((line) => line.trim() !== '')
  return [...new Set([lines[0], lines.at(-1)])].join(' … ')
}

function sides(expected: string | undefined, got: string | undefined): string[] {
  if (expected === undefined && got === undefined) return []
  if (expected !== undefined && got !== undefined && expected.length + got.length <= 2 * SHORT) {
    const rows = [
      ['expected', 'got'],
      [expected, got],
    ]
    return columns(rows, ['left', 'left']).map((line) => `    ${line}`)
  }
  return [
    ...(expected === undefined ? [] : [`    expected  ${expected}`]),
    ...(got === undefined ? [] : [`    got       ${got}`]),
  ]
}

/** The text, where it is so small that it says more than its name; else the line that it is about. */
function excerpt(text: Uint8Array, about: number | undefined): string[] {
  const lines = new TextDecoder().decode(text).split('\n')
  if (lines.at(-1) === '') lines.pop()
  const shown = (line: string): string => printable(line.length > LONG ? `${line.slice(0, LONG)}…` : line)
  if (lines.length <= FEW_LINES) return lines.map((line) => `  | ${shown(line)}`)
  return about === undefined ? [] : [`  line ${about} of ${lines.length}`, `  | ${shown(lines[about - 1] ?? '')}`]
}
