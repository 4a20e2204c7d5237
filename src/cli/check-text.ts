import type { Adapter, View } from '../adapter.js'
import type { Problem } from '../capture/types.js'
import type { Finding } from '../ops/check/finding.js'
import { unreadLines } from '../ops/check/unread.js'
import type { Check } from '../ops/check.js'
import { grainOf } from '../ops/grain.js'
import { printable } from '../report/printable.js'
import type { Colors } from './colors.js'
import { datingLines } from './dating-lines.js'
import { findingLines } from './finding-lines.js'
import { problemLines } from './problem-lines.js'
import { humanSize } from './size.js'
import { driftedSumRows, sumCount } from './sums-lines.js'
import { columns } from './text-columns.js'
import { totalSize } from './total-size.js'
import { viewNames } from './view-names.js'

/** How many broken laws are shown in full when nobody asks for all. */
const SHOWN_FINDINGS = 20

/** Everything that a report of a check says. */
export interface CheckReport {
  readonly adapters: readonly Adapter[]
  /** The first line: which process, or which files. */
  readonly title: string
  readonly result: Check
  readonly moved: boolean
  readonly problems: readonly Problem[]
  readonly colors: Colors
  /** Shows every broken law, not the first ones alone. */
  readonly all: boolean
}

/** The report for people: short when all is well, exact when it is not. */
export function checkText(report: CheckReport): string {
  const { result, colors, title, problems, all } = report
  const names = viewNames(result.views).map(printable)
  const blocks = [
    [colors.bold(title)],
    [...viewLines(report, names), ...problemLines(problems, colors.yellow).map((line) => `  ${line}`)],
    findingBlock('Broken laws', withSeverity(result, 'error'), report, names, all),
    findingBlock('Doubts', withSeverity(result, 'warning'), report, names, true),
    exceptionLines(result),
    driftLines(result, names),
    [...datingLines(report, names), lastLine(report)],
  ]
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function viewLines({ adapters, result, colors }: CheckReport, names: readonly string[]): string[] {
  const rows = result.views.map((view, index) => {
    const { table } = view
    const isSums = grainOf(adapters, view) === 'process'
    const count = isSums ? sumCount(view) : table.length
    const what = isSums ? 'sum' : grainOf(adapters, view) === 'file' ? 'file' : 'region'
    return [
      names[index] as string,
      `${count}`,
      count === 1 ? what : `${what}s`,
      isSums || what === 'file' ? '' : sizeText(view),
      standing(result, view, index, colors),
    ]
  })
  return columns(rows, ['left', 'right', 'left', 'right', 'left']).map((line) => `  ${line}`)
}

function standing({ findings }: Check, view: View, index: number, colors: Colors): string {
  const broken = findings.filter(({ actual, severity }) => actual.view === index && severity === 'error').length
  const lines = unreadLines(view)
  const unread = lines === 0 ? [] : [`${plural(lines, 'line')} not read`]
  const said = broken === 0 ? unread : [`breaks a law ${broken === 1 ? 'once' : `${broken} times`}`, ...unread]
  return said.length === 0 ? colors.green('holds') : colors.red(said.join('; '))
}

function withSeverity({ findings }: Check, wanted: Finding['severity']): readonly Finding[] {
  return findings.filter(({ severity }) => severity === wanted)
}

function findingBlock(
  title: string,
  findings: readonly Finding[],
  { result, colors, all: whole }: CheckReport,
  names: readonly string[],
  all: boolean,
): string[] {
  if (findings.length === 0) return []
  const shown = all ? findings : findings.slice(0, SHOWN_FINDINGS)
  const lines = shown.flatMap((finding) => ['', ...findingLines(result.views, finding, names, { colors, whole })])
  const hidden = findings.length - shown.length
  return [colors.bold(title), ...lines, ...(hidden > 0 ? ['', `  … and ${hidden} more; --all shows them`] : [])]
}

function exceptionLines({ exceptions }: Check): string[] {
  if (exceptions.length === 0) return []
  const rows = exceptions.map(({ code, count, sentence }) => [code, `${count}`, sentence])
  return ['Explained', ...columns(rows, ['left', 'right', 'left']).map((line) => `  ${line}`)]
}

function driftLines({ drifted }: Check, names: readonly string[]): string[] {
  if (drifted.length === 0) return []
  const rows = driftedSumRows(drifted, names)
  return [
    'Drifted: changed between two readings while the mappings stood still',
    ...columns(rows, ['left', 'left', 'right', 'left']).map((line) => `  ${line}`),
  ]
}

function lastLine({ result, moved, colors }: CheckReport): string {
  const { findings, asked, pageSize } = result
  if (moved) return `${colors.yellow('moved')}: the process changed while it was read; --freeze stops it for that time`
  const source = { given: '', read: ' by KernelPageSize', assumed: ' assumed' }[pageSize.source]
  // What names no ranges is the same with any page.
  const pages = asked.has('unaligned') ? `; pages of ${pageSize.bytes / 1024} kB${source}` : ''
  const broken = new Map<string, number>()
  for (const { code, severity } of findings) if (severity === 'error') broken.set(code, (broken.get(code) ?? 0) + 1)
  if (broken.size > 0) {
    return `${colors.red('broken')}: ${[...broken].map(([code, count]) => `${code} ${count}`).join(', ')}${pages}`
  }
  const unread = result.views.reduce((sum, view) => sum + unreadLines(view), 0)
  const times = [...asked.values()].reduce((sum, count) => sum + count, 0)
  const laws = `${plural(asked.size, 'law')}, asked ${plural(times, 'time')}${pages}`
  const doubts = findings.length === 0 ? '' : `, with ${plural(findings.length, 'doubt')}`
  if (unread > 0) return `${colors.red('not read')}: of the other lines all laws hold: ${laws}`
  return `${colors.green('all laws hold')}${doubts}: ${laws}`
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}

function sizeText({ table }: View): string {
  const size = totalSize(table)
  return size === undefined ? '' : humanSize(size)
}
