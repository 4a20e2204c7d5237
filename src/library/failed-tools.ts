import type { View } from '../adapter.js'
import type { CapturedText, Problem } from '../capture/types.js'
import type { Comparison } from '../ops/compare.js'
import { printableBytes } from '../report/printable.js'

/**
 * Views that differ because their tool failed, by index: it says so with its exit status, or nothing it printed can be read.
 *
 * Such a tool has not shown another truth, so its view is a problem and no disagreement.
 */
export function failedTools(
  texts: readonly CapturedText[],
  views: readonly View[],
  comparison: Comparison,
): ReadonlyMap<number, Problem> {
  const failures = new Map<number, Problem>()
  const differing = comparison.pairs.filter(({ differences }) => differences.length > 0)
  for (const index of differing.flatMap(({ richer, other }) => [richer, other])) {
    const text = texts[index] as CapturedText
    const what = failure(text, views[index] as View)
    if (what === undefined) continue
    const { adapter, dialect, argv = [] } = text
    failures.set(index, {
      view: `${adapter}:${dialect}`,
      code: 'tool-failed',
      message: `${argv[0] ?? adapter} ${what}`,
      next: `try it: ${argv.join(' ')}`,
    })
  }
  return failures
}

function failure({ exit, stderr, bytes, adapter }: CapturedText, { table }: View): string | undefined {
  if (exit === undefined) return undefined
  const [said = ''] = printableBytes(stderr ?? new Uint8Array(0)).split('\\x0a')
  const words = said === '' ? '' : `: ${said}`
  const printed = bytes.length === 0 ? 'printed nothing' : undefined
  if (exit !== 0) return `ended with status ${exit} and ${printed ?? 'printed only a part'}${words}`
  if (table.length > 0) return undefined
  return `${printed ?? `printed what cannot be read as ${adapter}`}${words}`
}
