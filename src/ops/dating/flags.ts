import type { View } from '../../adapter.js'
import type { Evidence } from '../../kernel/dating.js'
import { VM_FLAGS } from '../../kernel/vmflags.js'
import type { FieldLine } from './field-line.js'

/** What the codes of the vmFlags tell of the kernel. */
export function* flagEvidence({ table }: View, view: number, lineOf: FieldLine): Iterable<Evidence> {
  const { flagIds } = table.columns
  if (flagIds === undefined) return
  const seen = new Set<number>()
  const rowOf = new Map<string, number>()
  for (let row = 0; row < table.length; row++) {
    const id = flagIds[row] as number
    if (seen.has(id)) continue
    seen.add(id)
    for (const code of table.vmFlags(row) ?? []) if (!rowOf.has(code)) rowOf.set(code, row)
  }
  for (const { code, since, until } of VM_FLAGS) {
    const row = rowOf.get(code)
    if (row === undefined) continue
    const what = `the flag ${code}`
    yield { what, view, line: lineOf(row, 'VmFlags'), ...(since && { since }), ...(until && { until }) }
  }
}
