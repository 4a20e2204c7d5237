import type { View } from '../../adapter.js'
import type { Evidence } from '../../kernel/dating.js'
import { MAPPING_MARKS, type MappingMark } from '../../kernel/mapping-marks.js'
import { pseudoPath } from '../../kernel/pseudo-paths.js'
import { HAS_VM_FLAGS } from '../../model/fields.js'
import type { FieldLine } from './field-line.js'

/** What the flags of mappings that the kernel makes by itself tell of it. `x86`: true where the machine is known to be one. */
export function* markEvidence({ table }: View, view: number, x86: boolean, lineOf: FieldLine): Iterable<Evidence> {
  const { flagIds, nameIds } = table.columns
  if (flagIds === undefined) return
  const seen = new Set<string>()
  for (let row = 0; row < table.length; row++) {
    if (!table.has(row, HAS_VM_FLAGS) || nameIds[row] === 0) continue
    const key = `${nameIds[row]} ${flagIds[row]}`
    if (seen.has(key)) continue
    seen.add(key)
    const name = pseudoPath(table.pathname(row) ?? '')?.name
    if (name === undefined) continue
    const flags = new Set(table.vmFlags(row))
    // A line that somebody cut lacks everything.
    if (flags.size === 0) continue
    for (const mark of MAPPING_MARKS) {
      if (!isOf(mark, table.pathname(row) as string, name) || (mark.arch === 'x86' && !x86) || !shows(mark, flags))
        continue
      const { since, until } = mark
      const line = lineOf(row, 'VmFlags')
      yield { what: markText(mark), view, line, ...(since && { since }), ...(until && { until }) }
    }
  }
}

/** True for a mark of just that name, or of its pattern. */
function isOf({ name }: MappingMark, whole: string, pattern: string): boolean {
  return name === whole || name === pattern
}

function shows({ has = [], lacks = [] }: MappingMark, flags: ReadonlySet<string>): boolean {
  return has.every((code) => flags.has(code)) && !lacks.some((code) => flags.has(code))
}

/** `[vvar] with mm and without io`. */
function markText({ name, has = [], lacks = [] }: MappingMark): string {
  const parts = [
    has.length > 0 ? [`with ${has.join(' and ')}`] : [],
    lacks.length > 0 ? [`without ${lacks.join(' and ')}`] : [],
  ]
  return `${name} ${parts.flat().join(' and ')}`
}
