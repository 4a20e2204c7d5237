import type { Adapter, View } from '../adapter.js'
import type { Problem } from '../capture/types.js'
import type { Comparison, PairResult } from '../ops/compare.js'
import { grainOf } from '../ops/grain.js'
import { printable } from '../report/printable.js'
import type { Colors } from './colors.js'
import { contradictionLines, differenceLines } from './difference-lines.js'
import { findingLines } from './finding-lines.js'
import { lastLine } from './last-line.js'
import { problemLines } from './problem-lines.js'
import { reasonLines } from './reason-lines.js'
import { humanSize } from './size.js'
import { strangers } from './strangers.js'
import { driftedSumRows, sumCount, sumsStanding } from './sums-lines.js'
import { columns } from './text-columns.js'
import { totalSize } from './total-size.js'
import { viewNames } from './view-names.js'

/** How many differences are shown in full when nobody asks for all. */
export const SHOWN_DIFFERENCES = 20

/** Everything that a report of a comparison says. */
export interface Report {
  readonly adapters: readonly Adapter[]
  readonly comparison: Comparison
  readonly problems: readonly Problem[]
  /** The first line: which process, or which files. */
  readonly title: string
  readonly colors: Colors
  /** Shows every difference, not the first ones alone. */
  readonly all: boolean
}

/** The report for people: short when all is well, exact when it is not. */
export function verdictText(report: Report): string {
  const { comparison, problems, colors, title } = report
  const names = viewNames(comparison.views).map(printable)
  // Views of different moments differ: nobody can tell which of the differences is more than that.
  const worthwhile = comparison.verdict !== 'moved' || report.all
  const blocks = [
    [colors.bold(printable(title))],
    viewLines(report, names),
    ...(worthwhile
      ? [differenceBlock(report, names), reasonLines(report.adapters, comparison), driftLines(comparison, names)]
      : []),
    unknownLines(comparison, names),
    strangers(comparison, names).map(({ message }) => `  ${message}`),
    [lastLine(comparison, problems, names, colors)],
  ]
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function viewLines({ adapters, comparison, problems, colors }: Report, names: readonly string[]): string[] {
  const rows = comparison.views.map((view, index) => {
    const grain = grainOf(adapters, view)
    if (grain === 'process') {
      const count = sumCount(view)
      const name = names[index] as string
      return [name, `${count}`, count === 1 ? 'sum' : 'sums', '', sumsStanding(comparison, index, colors)]
    }
    const files = grain === 'file'
    const size = files ? undefined : totalSize(view.table)
    const count = view.table.length
    const what = files ? (count === 1 ? 'file' : 'files') : count === 1 ? 'region' : 'regions'
    return [
      names[index] as string,
      `${count}`,
      what,
      size === undefined ? '' : humanSize(size),
      standing(comparison, index, colors),
    ]
  })
  const lines = columns(rows, ['left', 'right', 'left', 'right', 'left']).map((line) => `  ${line}`)
  lines.push(...problemLines(problems, colors.yellow).map((line) => `  ${line}`))
  return lines
}

function standing(
  { verdict, reference, pairs, contradictions, sums }: Comparison,
  index: number,
  colors: Colors,
): string {
  if (index === reference) {
    return contradictions.length === 0
      ? 'reference'
      : colors.red(`reference; contradicts itself on ${contradictions.length}`)
  }
  const wrong = pairs.filter((pair) => pair.other === index && pair.differences.length > 0)
  const broken = sums.findings.filter(({ actual }) => actual.view === index)
  if (wrong.length + broken.length > 0) {
    const count = wrong.reduce((sum, pair) => sum + pair.differences.length, broken.length)
    return verdict === 'moved' ? colors.yellow(`differs on ${count}`) : colors.red(`disagrees on ${count}`)
  }
  const pair = pairs.find((each) => each.other === index && each.richer === reference)
  if (pair === undefined || pair.reasons.length === 0) return colors.green('agrees')
  const { unlisted } = pair
  const how = unlisted === 0 ? 'shown its own way' : `${unlisted} regions not listed`
  return `${colors.green('agrees')}; ${how}, each by rule`
}

function differenceBlock(report: Report, names: readonly string[]): string[] {
  const { comparison, colors, all } = report
  const lines = comparison.contradictions.flatMap((contradiction) => [
    ...contradictionLines(
      comparison.views[comparison.reference] as View,
      contradiction,
      names[comparison.reference] as string,
      { colors, whole: all },
    ),
    '',
  ])
  for (const finding of comparison.sums.findings) {
    lines.push(...findingLines(comparison.views, finding, names, { colors, whole: all }), '')
  }
  let left = all ? Number.POSITIVE_INFINITY : SHOWN_DIFFERENCES
  let hidden = 0
  for (const pair of comparison.pairs) {
    for (const difference of pair.differences) {
      if (left-- <= 0) hidden += 1
      else lines.push(...differenceLines(comparison.views, pair, difference, names, { colors, whole: all }), '')
    }
  }
  if (lines.length === 0) return []
  lines.pop()
  if (hidden > 0) lines.push('', `  … and ${hidden} more; --all shows them`)
  return [colors.bold('Differences that no rule explains'), '', ...lines]
}

function driftLines(comparison: Comparison, names: readonly string[]): string[] {
  const rows = comparison.pairs.flatMap((pair) =>
    pair.drifted.map(({ field, count, expected, actual }) => [
      pairName(comparison, pair, names),
      field.replace(/^(counters|file)\./, ''),
      `${count}`,
      printable(`${expected} → ${actual}${count > 1 ? ', and so on' : ''}`),
    ]),
  )
  rows.push(...driftedSumRows(comparison.sums.drifted, names))
  if (rows.length === 0) return []
  return [
    'Drifted: changed between two readings while the mappings stood still',
    ...columns(rows, ['left', 'left', 'right', 'left']).map((line) => `  ${line}`),
  ]
}

function unknownLines(comparison: Comparison, names: readonly string[]): string[] {
  const rows = comparison.pairs.flatMap((pair) =>
    pair.unknown.map((sentence) => `  ${pairName(comparison, pair, names)}  ${sentence}`),
  )
  comparison.views.forEach(({ lines: { rejected }, diagnostics }, index) => {
    // What is left out for a reason that a note gives (rows of descriptors, say) was understood.
    if (rejected === 0 || diagnostics.countOf('error') === 0) return
    rows.push(
      `  ${names[index]}  what ${rejected === 1 ? '1 line says that' : `${rejected} lines say that`} cannot be read`,
    )
  })
  return rows.length === 0 ? [] : ['Not known', ...new Set(rows)]
}

/** The other view's name, with the richer one's where that is not the reference. */
function pairName({ reference }: Comparison, pair: PairResult, names: readonly string[]): string {
  const name = names[pair.other] as string
  return pair.richer === reference ? name : `${name} against ${names[pair.richer]}`
}
