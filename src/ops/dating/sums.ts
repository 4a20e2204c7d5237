import type { View } from '../../adapter.js'
import { type Evidence, releaseBefore } from '../../kernel/dating.js'
import { STATUS_FIELDS } from '../../kernel/status-fields.js'

/** Sums of status that kernels print always, if they know them: one that is not there tells, too. */
const ALWAYS: ReadonlySet<string> = new Set(['VmPin', 'RssAnon', 'VmSwap'])

/** What the sums of `status` that a text has, and those that it lacks, tell of the kernel. */
export function* sumEvidence({ totals }: View, view: number): Iterable<Evidence> {
  if (!totals.some(({ name }) => name === 'VmSize')) return
  for (const { name, since, until } of STATUS_FIELDS) {
    const total = totals.find((each) => each.name === name)
    if (total !== undefined && (since !== undefined || until !== undefined)) {
      yield { what: name, view, line: total.line, ...(since && { since }), ...(until && { until }) }
    } else if (total === undefined && since !== undefined && ALWAYS.has(name)) {
      yield { what: `no ${name}`, view, line: 0, until: releaseBefore(since) }
    }
  }
}
