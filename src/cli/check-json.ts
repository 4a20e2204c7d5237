import type { Evidence } from '../kernel/dating.js'
import { datingText } from '../kernel/dating.js'
import { printableJson } from '../report/printable.js'
import type { CheckReport } from './check-text.js'
import { sumsValue } from './sums-json.js'
import { viewNames } from './view-names.js'

/** The report for programs: 64-bit values as strings, every broken law, `"schema": "memmaps.check/1"`. */
export function checkJson({ title, result, moved, problems }: CheckReport): string {
  const { views, asked, pageSize, dating, width, findings } = result
  const names = viewNames(views)
  const isBroken = findings.some(({ severity }) => severity === 'error')
  const value = {
    schema: 'memmaps.check/1',
    title,
    verdict: moved ? 'moved' : isBroken ? 'broken' : 'holds',
    views: views.map((view, index) => ({
      name: names[index],
      adapter: view.adapter,
      dialect: view.dialect,
      regions: view.table.length,
      totals: view.totals.length,
      unreadLines: view.lines.rejected,
      diagnostics: Object.fromEntries(view.diagnostics.counts),
    })),
    pageSize: { bytes: pageSize.bytes, source: pageSize.source },
    asked: Object.fromEntries(asked),
    ...(sumsValue(result, views, names) as object),
    kernels: {
      text: dating.contradictory ? 'none' : datingText(dating),
      bits: width?.bits ?? null,
      since: evidenceValue(dating.since, dating.since?.since, names),
      until: evidenceValue(dating.until, dating.until?.until, names),
    },
    problems,
  }
  return `${printableJson(JSON.stringify(value, null, 2))}\n`
}

function evidenceValue(evidence: Evidence | undefined, version: string | undefined, names: readonly string[]): unknown {
  if (evidence === undefined) return null
  const { what, view, line } = evidence
  return { version, because: what, view: names[view], line: line === 0 ? undefined : line }
}
