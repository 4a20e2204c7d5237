import type { Adapter, View } from '../adapter.js'
import type { Comparison } from '../ops/compare.js'
import { columns } from './text-columns.js'

/**
 * Which rules explain how often: a line for each rule of each adapter.
 *
 * Several runs of one tool follow the same rules, so they share a line; where they differ, it shows each of their counts.
 */
export function reasonLines(adapters: readonly Adapter[], { views, reference, pairs, sums }: Comparison): string[] {
  const rows = new Map<string, { adapter: string; code: string; counts: Set<number> }>()
  for (const pair of pairs) {
    const { adapter } = views[pair.other] as View
    for (const { code, count } of pair.reasons) {
      const key = `${adapter} ${code}`
      const row = rows.get(key) ?? { adapter, code, counts: new Set() }
      // Against a sibling the same rule counts files where it counts mappings against the reference.
      if (pair.richer === reference || !rows.has(key)) row.counts.add(count)
      rows.set(key, row)
    }
  }
  const excepted = sums.exceptions.map(({ code, sentence, count, example }) => [
    (views[example.view] as View).adapter,
    code,
    `${count}`,
    sentence,
  ])
  if (rows.size === 0 && excepted.length === 0) return []
  const cells = [...rows.values()].map(({ adapter, code, counts }) => {
    const sentence = adapters.find(({ name }) => name === adapter)?.reasons?.[code] ?? ''
    return [adapter, code, [...counts].join(', '), sentence]
  })
  return [
    'Explained',
    ...columns([...cells, ...excepted], ['left', 'left', 'right', 'left']).map((line) => `  ${line}`),
  ]
}
