import type { View } from '../adapter.js'
import { CODES } from '../report/codes.js'
import type { Finding } from './check/finding.js'

/** The rows of processes that a tool was not asked about: no run of it prints them. */
export function strayProcesses(views: readonly View[]): readonly Finding[] {
  return views.flatMap((view, index) => strayProcessesIn(view, index))
}

/** Those of one view, which has that index. */
export function strayProcessesIn({ diagnostics, process }: View, index: number): readonly Finding[] {
  const code = 'stray-process'
  return [...diagnostics]
    .filter((each) => each.code === code)
    .map(({ line, field = '' }) => ({
      code,
      severity: CODES[code].severity,
      expected: { view: index, line: 0, field: 'process', value: String(process?.pid ?? '') },
      actual: { view: index, line, field: 'process', value: field },
    }))
}
