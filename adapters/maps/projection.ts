import type { Facts, Projection, Reason, View } from '../../src/adapter.js'
import { hidesGuardPage } from '../../src/kernel/guard-page.js'

/** The rules by which the kernel's own lists differ from each other. */
export const KERNEL_REASONS: Readonly<Record<string, string>> = {
  'guard-page': 'kernels 2.6.36 to 4.12 hide the stack’s guard page from the range but count it in Size',
}

/** What maps shows of a richer view: every region as it is. */
export function projectToMaps({ table }: View, _as: View, { pageSize = 4096 }: Facts): Projection {
  const reasons: Reason[] = []
  const sizes = table.columns.counters.get('Size')
  for (let row = 0; row < table.length && sizes !== undefined; row++) {
    const size = sizes.bytes(row)
    if (size !== undefined && hidesGuardPage(table, row, BigInt(size), pageSize))
      reasons.push({ code: 'guard-page', row })
  }
  return { table, from: Uint32Array.from({ length: table.length }, (_, row) => row), reasons }
}
