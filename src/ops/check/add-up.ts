import type { RegionTable } from '../../model/table.js'

/** What the rows of a table that a test picks add up to. */
export function addUp(
  { length }: RegionTable,
  value: (row: number) => bigint | number | undefined,
  picks: (row: number) => boolean = () => true,
): bigint {
  let sum = 0n
  for (let row = 0; row < length; row++) if (picks(row)) sum += BigInt(value(row) ?? 0)
  return sum
}

/** Bytes of a region as the kernel counts them: `Size` where the text has it, else the size of the range. */
export function countedSize(table: RegionTable): (row: number) => bigint | undefined {
  const sizes = table.columns.counters.get('Size')
  return (row) => (sizes?.has(row) ? BigInt(sizes.bytes(row) as number) : table.size(row))
}
