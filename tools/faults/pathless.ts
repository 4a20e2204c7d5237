import type { View } from '../../src/adapter.js'
import { sameDevice } from '../../src/model/device.js'
import { joined } from './records.js'
import { withFileOf } from './same-name.js'
import type { Text } from './subject.js'

/** A row of a listing that is of a file which no mapping is of, and a record of the kernel's with that file. */
interface Added {
  readonly row: number
  readonly record: string
}

/**
 * Mappings whose names have no slash, each of another file: pmap shows all of them alike, so that a list of files may have
 * them in another order. Undefined where the order of the files with paths cannot be kept.
 */
export function reordered(kernel: Text, mutated: View, added?: Added): string | undefined {
  const { table } = kernel.view
  const rows = Array.from({ length: table.length }, (_, row) => row)
  const free = new Set(rows.filter((row) => isPathless(table.pathname(row)) && table.inode(row) !== undefined))
  /** By row: a record of the file that it is of now. */
  const now = new Map<number, string>()
  let last = -1
  for (let listed = 0; listed < mutated.table.length; listed++) {
    if (mutated.table.file(listed)?.descriptor === 'txt') continue
    const own = rows.filter((row) => mayBe(kernel.view, row, mutated, listed))
    const [first] = own
    const like = first !== undefined ? kernel.records.records[first] : listed === added?.row ? added.record : undefined
    if (like === undefined) return undefined
    const isNamed = first !== undefined && !free.has(first)
    const at = isNamed ? first : ([...own, ...free].find((row) => row > last && free.has(row) && !now.has(row)) ?? -1)
    if (at <= last) return undefined
    if (!isNamed) now.set(at, like)
    last = at
  }
  let file: string | undefined
  const records = rows.map((row) => {
    const record = kernel.records.records[row] as string
    file = now.get(row) ?? file
    if (!free.has(row) || table.inode(row) === 0n) return now.has(row) ? withFileOf(record, file as string) : record
    // What is mapped once more is in no list again.
    return file === undefined ? record : withFileOf(record, file)
  })
  return joined({ ...kernel.records, records })
}

function isPathless(name: string | undefined): boolean {
  return name !== undefined && !name.includes('/') && !/^\[(?:heap|stack|v\w+|uprobes)\b/.test(name)
}

/** True where a mapping is of the listed file; of a special one no device is shown. */
function mayBe({ table }: View, row: number, listing: View, listed: number): boolean {
  const [device, shown] = [table.device(row), listing.table.device(listed)]
  if (table.inode(row) !== listing.table.inode(listed)) return false
  if (isPathless(table.pathname(row)) === listing.table.pathname(listed)?.includes('/')) return false
  return device === undefined || shown === undefined || sameDevice(device, shown)
}
