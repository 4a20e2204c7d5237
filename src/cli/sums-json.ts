import type { View } from '../adapter.js'
import type { Finding, Side } from '../ops/check/finding.js'
import type { SumsResult } from '../ops/check/hold-sums.js'

/** What came of the laws about sums, for programs. */
export function sumsValue(
  { findings, exceptions, drifted }: SumsResult,
  views: readonly View[],
  names: readonly string[],
): unknown {
  return {
    findings: findings.map((finding) => findingValue(finding, views, names)),
    exceptions: exceptions.map(({ code, count, example }) => ({
      code,
      count,
      example: sideValue(example, views, names),
    })),
    drifted: drifted.map(({ expected, actual }) => ({
      expected: sideValue(expected, views, names),
      actual: sideValue(actual, views, names),
    })),
  }
}

/** A broken law, for programs. */
export function findingValue(
  { code, severity, expected, actual }: Finding,
  views: readonly View[],
  names: readonly string[],
): unknown {
  return {
    code,
    severity,
    expected: sideValue(expected, views, names),
    actual: sideValue(actual, views, names),
  }
}

function sideValue({ view, row, line, field, value }: Side, views: readonly View[], names: readonly string[]): unknown {
  const table = views[view]?.table
  return {
    view: names[view],
    line: line === 0 ? undefined : line,
    start: row === undefined ? undefined : table?.start(row)?.toString(16),
    end: row === undefined ? undefined : table?.end(row)?.toString(16),
    pathname: row === undefined ? undefined : table?.pathname(row),
    field,
    value,
  }
}
