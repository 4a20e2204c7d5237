import type { ProcessFacts, Total } from '../adapter.js'
import type { LossTally } from './loss-tally.js'
import { sameValue } from './same-value.js'

/** Counts the facts about a process that did not come back. */
export function countLostProcess(
  source: ProcessFacts | undefined,
  back: ProcessFacts | undefined,
  tally: LossTally,
): void {
  countParts('process', source ?? {}, back ?? {}, tally)
}

/** Counts the sums that did not come back. */
export function countLostTotals(source: readonly Total[], back: readonly Total[], tally: LossTally): void {
  const left = [...back]
  for (const { name, value } of source) {
    const exact = left.findIndex((one) => one.name === name && one.value === value)
    const at = exact < 0 ? left.findIndex((one) => one.name === name) : exact
    if (at >= 0) left.splice(at, 1)
    if (exact >= 0) continue
    const code = at < 0 ? 'lost-field' : 'lost-precision'
    tally.add(code, 'totals')
    tally.part(code, 'totals', name)
  }
}

/** Counts a field once for each way in which its parts, by name, did not come back. */
export function countParts(field: 'process' | 'file', source: object, back: object, tally: LossTally): void {
  const values = new Map<string, unknown>(Object.entries(back))
  const codes = new Set<'lost-field' | 'lost-precision'>()
  for (const [name, value] of Object.entries(source)) {
    if (value === undefined || sameValue(value, values.get(name))) continue
    const code = values.get(name) === undefined ? 'lost-field' : 'lost-precision'
    codes.add(code)
    tally.part(code, field, name)
  }
  for (const code of codes) tally.add(code, field)
}
