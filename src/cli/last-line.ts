import type { View } from '../adapter.js'
import type { Problem } from '../capture/types.js'
import type { Comparison } from '../ops/compare.js'
import type { Colors } from './colors.js'

/** The last line of a report: the verdict, what it means, and which views it is not about. */
export function lastLine(
  comparison: Comparison,
  problems: readonly Problem[],
  names: readonly string[],
  colors: Colors,
): string {
  const missing = problems.length === 0 ? '' : `; not compared: ${problems.map(({ view }) => view).join(', ')}`
  return `${sentence(comparison, names, colors)}${missing}`
}

function sentence(comparison: Comparison, names: readonly string[], colors: Colors): string {
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

function disagreement({ views, reference, pairs, contradictions, sums }: Comparison, names: readonly string[]): string {
  const known = new Set(contradictions.map(({ row }) => row))
  const others = new Set<string>()
  const blamed = new Set(contradictions.map(() => names[reference] as string))
  for (const { richer, other, differences } of pairs) {
    for (const { row, actualRow } of differences) {
      if (row === undefined) others.add(`${other}:${actualRow}`)
      else if (richer === reference) known.add(row)
      else others.add(`${richer}:${row}`)
      blamed.add(names[other] as string)
    }
  }
  const { length } = (views[reference] as View).table
  const counts = known.size === 0 ? [] : [`${known.size} of ${length} regions`]
  if (others.size > 0) counts.push(`${others.size} that ${names[reference]} does not have`)
  const strays = sums.findings.filter(({ code }) => code === 'stray-process').length
  const wrong = sums.findings.length - strays
  if (wrong > 0) counts.push(`${wrong} sum${wrong === 1 ? '' : 's'}`)
  if (strays > 0) counts.push('rows of another process')
  for (const { actual } of sums.findings) blamed.add(names[actual.view] as string)
  return `${counts.join(' and ')}, in ${[...blamed].join(', ')}`
}
