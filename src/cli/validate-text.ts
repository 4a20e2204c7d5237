import { printable } from '../report/printable.js'
import { type Counts, flagsOf, kernelOf, kindOf, tally } from '../validate/tally.js'
import type { Outcome } from '../validate/types.js'
import { columns } from './text-columns.js'
import { failureLines } from './validate-failure.js'
import { nextLine } from './validate-next.js'
import { decoderName, type ValidationReport } from './validate-report.js'

/** How many failures are shown unless all are wanted. */
const FIRST = 5

const VERDICTS = ['pass', 'wrong', 'refused', 'crashed'] as const

/** What a validation says, for people: a summary by format, flag and kernel, the first failures, and a last line. */
export function validationText(report: ValidationReport): string {
  const { validation, failures, all } = report
  const { fresh } = failures
  const shown = all ? fresh : fresh.slice(0, FIRST)
  const parts = [
    summary(report, 'text', kindOf, true),
    // Of a run that was given up they would say little.
    ...(validation.gaveUp === undefined
      ? [summary(report, 'flag', flagsOf, all), summary(report, 'kernel', kernelOf, all)]
      : []),
    ...shown.map((outcome) => failureLines(outcome, report).join('\n')),
    fresh.length > shown.length ? `${fresh.length - shown.length} more failures: --all shows them` : '',
    knownLines(report).join('\n'),
    validation.gaveUp === undefined
      ? ''
      : `gave up after ${validation.outcomes.length} of ${validation.cases}: ${printable(validation.gaveUp)} (--keep-going goes on)`,
    validation.stopped === undefined
      ? ''
      : `stopped by Ctrl-C after ${validation.outcomes.length} of ${validation.cases}`,
    nextLine(fresh[0], report, report.colors),
    lastLine(report),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

/** A table of the groups; without `every`, of those alone in which something fails. */
function summary(
  { validation: { outcomes }, colors }: ValidationReport,
  heading: string,
  groupsOf: (outcome: Outcome) => readonly string[],
  every: boolean,
): string {
  const groups = [...tally(outcomes, groupsOf)].filter(([, { cases, pass }]) => every || pass < cases)
  if (groups.length === 0) return ''
  const cell = (counts: Counts, verdict: (typeof VERDICTS)[number]): string => {
    const count = counts[verdict]
    if (count === 0) return ''
    return verdict === 'pass' ? `${count}` : colors.red(`${count}`)
  }
  const rows = groups.map(([name, counts]) => [
    printable(name),
    `${counts.cases}`,
    ...VERDICTS.map((verdict) => cell(counts, verdict)),
  ])
  const titles = [heading, 'cases', ...VERDICTS].map((title) => colors.bold(title))
  return columns([titles, ...rows], ['left', 'right', 'right', 'right', 'right', 'right'])
    .map((line) => `  ${line}`)
    .join('\n')
}

function knownLines({ failures: { mended, unknown } }: ValidationReport): readonly string[] {
  return [
    ...mended.map((id) => `listed as failing, and it passes: ${printable(id)}`),
    ...unknown.map((id) => `listed as failing, and there is no such case: ${printable(id)}`),
  ]
}

/** `failed: 1023 of 1064 texts pass, 41 fail` in the colour of the result. */
function lastLine(report: ValidationReport): string {
  const { validation, failures, colors } = report
  const { fresh, known, mended, unknown } = failures
  const { outcomes, gaveUp, stopped } = validation
  const passed = outcomes.filter(({ verdict }) => verdict === 'pass').length
  const ok = fresh.length + mended.length + unknown.length === 0 && gaveUp === undefined && stopped === undefined
  const counts = [
    `${passed} of ${validation.cases} texts pass`,
    fresh.length === 0 ? '' : `${fresh.length} fail`,
    known.length === 0 ? '' : `${known.length} fail as listed`,
  ]
  const line = `${printable(decoderName(report))}: ${counts.filter((part) => part !== '').join(', ')}`
  return ok ? colors.green(line) : colors.red(line)
}
