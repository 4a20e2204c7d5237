import type { RegionTable } from '../../model/table.js'

const X86_GATE = 0xffffffffff600000n

/**
 * True for the gate page, which maps shows last though it belongs to no process: `[vsyscall]` (up to 2.6.22 `[vdso]`), or the
 * `[vectors]` of 32-bit ARM. On 64-bit ARM the `[vectors]` of a 32-bit program are a mapping of its own, so a law has to
 * hold with them or without them.
 */
export function isGate(table: RegionTable, row: number): boolean {
  if (row !== table.length - 1) return table.pathname(row) === '[vsyscall]'
  const name = table.pathname(row)
  return name === '[vsyscall]' || name === '[vectors]' || (name === '[vdso]' && table.start(row) === X86_GATE)
}
