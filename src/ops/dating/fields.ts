import type { View } from '../../adapter.js'
import { BACK_PORTS, type Evidence, releaseBefore } from '../../kernel/dating.js'
import { SMAPS_FIELDS, VM_FLAGS_SINCE } from '../../kernel/smaps-fields.js'
import { HAS_VM_FLAGS } from '../../model/fields.js'
import type { RegionTable } from '../../model/table.js'
import type { FieldLine } from './field-line.js'

/** How a text shows its counters. */
export interface Showing {
  /** True for the kernel's own text, in which a counter that is not there was not printed. */
  readonly whole: boolean
  /** True for smaps_rollup. */
  readonly rollup: boolean
  readonly lineOf: FieldLine
}

/** Counters as old as smaps: where people have cut one out, what else is lacking tells nothing. */
const OLDEST = ['Rss', 'Shared_Clean', 'Shared_Dirty', 'Private_Clean', 'Private_Dirty'] as const

/** The first kernel with smaps: that a tool shows its counters is no news. */
const OLDEST_SINCE = '2.6.14'

/** What the counters that a view has, and those that it lacks, tell of the kernel. */
export function* fieldEvidence({ table }: View, view: number, { whole, rollup, lineOf }: Showing): Iterable<Evidence> {
  if (table.columns.counters.size === 0) return
  const isFull = whole && OLDEST.every((name) => table.columns.counters.has(name))
  for (const name of new Set(SMAPS_FIELDS.map((field) => field.name))) {
    const fields = SMAPS_FIELDS.filter((field) => field.name === name)
    const since = BACK_PORTS.get(name) ?? fields.map((field) => field.since as string).at(-1)
    const until = fields[0]?.until
    const row = firstRow(table, name)
    if (row !== undefined && !whole && since === OLDEST_SINCE) continue
    if (row !== undefined) {
      yield {
        what: `the counter ${name}`,
        view,
        line: lineOf(row, name),
        ...(since && { since }),
        ...(until && { until }),
      }
    } else if (isFull && since !== undefined && isExpected(fields, rollup)) {
      yield { what: `no counter ${name}`, view, line: 0, until: releaseBefore(since) }
    }
  }
  if (!isFull || rollup) return
  const flagged = firstFlagged(table)
  if (flagged === undefined) yield { what: 'no VmFlags', view, line: 0, until: releaseBefore(VM_FLAGS_SINCE) }
  else yield { what: 'VmFlags', view, line: lineOf(flagged, 'VmFlags'), since: VM_FLAGS_SINCE }
}

/** True for a field that every kernel of its time prints in every such record. */
function isExpected(fields: readonly (typeof SMAPS_FIELDS)[number][], rollup: boolean): boolean {
  return fields.every(({ only, notInRollup }) =>
    rollup ? notInRollup !== true && (only === undefined || only === 'rollup') : only === undefined,
  )
}

function firstRow(table: RegionTable, name: string): number | undefined {
  const column = table.columns.counters.get(name)
  if (column === undefined) return undefined
  for (let row = 0; row < table.length; row++) if (column.has(row)) return row
  return undefined
}

function firstFlagged(table: RegionTable): number | undefined {
  for (let row = 0; row < table.length; row++) if (table.has(row, HAS_VM_FLAGS)) return row
  return undefined
}
