import type { Adapter, View } from '../adapter.js'
import type { Problem } from '../capture/types.js'
import type { Comparison, PairResult } from '../ops/compare.js'
import { printable } from '../report/printable.js'
import type { Colors } from './colors.js'
import { contradictionLines, differenceLines } from './difference-lines.js'
import { humanSize } from './size.js'
import { columns } from './text-columns.js'
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
  const { comparison, colors, title } = report
  const names = viewNames(comparison.views)
  const blocks = [
    [colors.bold(printable(title))],
    viewLines(report, names),
    differenceBlock(report, names),
    reasonLines(report, names),
    driftLines(comparison, names),
    unknownLines(comparison, names),
    [lastLine(report, names)],
  ]
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function viewLines({ adapters, comparison, problems, colors }: Report, names: readonly string[]): string[] {
  const rows = comparison.views.map((view, index) => {
    const files = adapters.find(({ name }) => name === view.adapter)?.grain === 'file'
    const count = view.table.length
    const what = files ? (count === 1 ? 'file' : 'files') : count === 1 ? 'region' : 'regions'
    return [
      names[index] as string,
      `${count}`,
      what,
      files ? '' : humanSize(total(view)),
      standing(comparison, index, colors),
    ]
  })
  const lines = columns(rows, ['left', 'right', 'left', 'right', 'left']).map((line) => `  ${line}`)
  for (const { view, message, next } of problems) {
    lines.push(
      `  ${colors.yellow(`${view}: ${printable(message)}`)}${next === undefined ? '' : `; ${printable(next)}`}`,
    )
  }
  return lines
}

function standing({ reference, pairs, contradictions }: Comparison, index: number, colors: Colors): string {
  if (index === reference) {
    return contradictions.length === 0
      ? 'reference'
      : colors.red(`reference; contradicts itself on ${contradictions.length}`)
  }
  const wrong = pairs.filter((pair) => pair.other === index && pair.differences.length > 0)
  if (wrong.length > 0) {
    return colors.red(`disagrees on ${wrong.reduce((sum, pair) => sum + pair.differences.length, 0)}`)
  }
  const pair = pairs.find((each) => each.other === index && each.richer === reference)
  const explained = pair?.reasons.reduce((sum, reason) => sum + reason.count, 0) ?? 0
  return explained === 0 ? colors.green('agrees') : `${colors.green('agrees')}; ${explained} differences, each by rule`
}

function differenceBlock(report: Report, names: readonly string[]): string[] {
  const { comparison, colors, all } = report
  const lines = comparison.contradictions.flatMap((contradiction) => [
    ...contradictionLines(
      comparison.views[comparison.reference] as View,
      contradiction,
      names[comparison.reference] as string,
      colors,
    ),
    '',
  ])
  let left = all ? Number.POSITIVE_INFINITY : SHOWN_DIFFERENCES
  let hidden = 0
  for (const pair of comparison.pairs) {
    for (const difference of pair.differences) {
      if (left-- <= 0) hidden += 1
      else lines.push(...differenceLines(comparison.views, pair, difference, names, colors), '')
    }
  }
  if (lines.length === 0) return []
  lines.pop()
  if (hidden > 0) lines.push('', `  … and ${hidden} more; --all shows them`)
  return [colors.bold('Differences that no rule explains'), '', ...lines]
}

function reasonLines({ adapters, comparison }: Report, names: readonly string[]): string[] {
  const rows = comparison.pairs.flatMap((pair) => {
    const view = comparison.views[pair.other] as View
    const sentences = adapters.find(({ name }) => name === view.adapter)?.reasons ?? {}
    return pair.reasons.map(({ code, count }) => [
      pairName(comparison, pair, names),
      code,
      `${count}`,
      sentences[code] ?? '',
    ])
  })
  if (rows.length === 0) return []
  return ['Explained', ...columns(rows, ['left', 'left', 'right', 'left']).map((line) => `  ${line}`)]
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
  return rows.length === 0 ? [] : ['Not known', ...new Set(rows)]
}

/** The other view's name, with the richer one's where that is not the reference. */
function pairName({ reference }: Comparison, pair: PairResult, names: readonly string[]): string {
  const name = names[pair.other] as string
  return pair.richer === reference ? name : `${name} against ${names[pair.richer]}`
}

function lastLine({ comparison, colors }: Report, names: readonly string[]): string {
  const count = names.length === 2 ? 'both' : `all ${names.length}`
  switch (comparison.verdict) {
    case 'agree':
      return `${colors.green('agree')}: ${count} say the same`
    case 'explained':
      return `${colors.green('explained')}: ${count} can be true at once`
    case 'moved':
      return `${colors.yellow('moved')}: the process changed while it was read; --freeze stops it for the time that takes`
    case 'disagree':
      return `${colors.red('disagree')}: ${disagreement(comparison, names)}`
  }
}

function disagreement(comparison: Comparison, names: readonly string[]): string {
  const { reference, contradictions } = comparison
  const regions = new Set(contradictions.map(({ row }) => `${reference}:${row}`))
  const blamed = new Set(contradictions.map(() => names[reference] as string))
  for (const pair of comparison.pairs) {
    for (const { row, actualRow } of pair.differences) {
      regions.add(row === undefined ? `${pair.other}:${actualRow}` : `${pair.richer}:${row}`)
      blamed.add(names[pair.other] as string)
    }
  }
  const total = (comparison.views[comparison.reference] as View).table.length
  return `${regions.size} of ${total} regions, in ${[...blamed].join(', ')}`
}

function total({ table }: View): bigint {
  let sum = 0n
  for (let row = 0; row < table.length; row++) sum += table.size(row) ?? 0n
  return sum
}
