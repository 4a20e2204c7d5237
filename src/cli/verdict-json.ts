import type { View } from '../adapter.js'
import type { Problem } from '../capture/types.js'
import type { Region } from '../model/region.js'
import type { Comparison, Difference, PairResult } from '../ops/compare.js'
import { printableJson } from '../report/printable.js'
import { strangers } from './strangers.js'
import { sumsValue } from './sums-json.js'
import { viewNames } from './view-names.js'

/** The report for programs: 64-bit values as strings, every difference, `"schema": "memmaps.comparison/1"`. */
export function verdictJson(title: string, comparison: Comparison, problems: readonly Problem[]): string {
  const { verdict, views, reference, pairs, contradictions, sums } = comparison
  const names = viewNames(views)
  const value = {
    schema: 'memmaps.comparison/1',
    title,
    verdict,
    views: views.map((view, index) => ({
      name: names[index],
      adapter: view.adapter,
      dialect: view.dialect,
      regions: view.table.length,
      unreadLines: view.lines.rejected,
      diagnostics: Object.fromEntries(view.diagnostics.counts),
      reference: index === reference,
    })),
    pairs: pairs.map((pair) => ({
      richer: names[pair.richer],
      other: names[pair.other],
      reasons: pair.reasons.map(({ code, count }) => ({ code, count })),
      differences: pair.differences.map((difference) => differenceValue(views, pair, difference)),
      drifted: pair.drifted.map(({ field, count, expected, actual }) => ({ field, count, expected, actual })),
      unknown: pair.unknown,
    })),
    contradictions: contradictions.map(({ row, range, counted }) => ({
      view: names[reference],
      region: sideValue(views[reference] as View, row),
      range: String(range),
      size: String(counted),
    })),
    sums: sumsValue(sums, views, names),
    strangers: strangers(comparison, names),
    problems,
  }
  return `${printableJson(JSON.stringify(value, null, 2))}\n`
}

function differenceValue(
  views: readonly View[],
  pair: PairResult,
  { kind, row, actualRow, fields }: Difference,
): unknown {
  return {
    kind,
    richer: sideValue(views[pair.richer] as View, row),
    other: sideValue(views[pair.other] as View, actualRow),
    fields: fields.map(({ field, expected, actual }) => ({ field, expected, actual })),
  }
}

function sideValue({ table }: View, row: number | undefined): unknown {
  if (row === undefined) return null
  const { start, end, perms, device, inode, pathname }: Region = table.at(row)
  return {
    line: table.line(row),
    start: start?.toString(16),
    end: end?.toString(16),
    perms,
    device,
    inode: inode?.toString(),
    pathname,
  }
}
