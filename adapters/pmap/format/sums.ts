import type { Origin, View } from '../../../src/adapter.js'
import { UNITLESS_COUNTERS } from '../../../src/model/counters.js'
import { WRITE } from '../../../src/model/perms.js'
import type { RegionTable } from '../../../src/model/table.js'
import { isBefore } from '../../../src/model/version.js'
import type { Kept } from './kept.js'
import type { SumOf } from './layout.js'
import { kilobytes } from './numbers.js'

/** The code of shared memory in the upper bits of a perms code. */
const SHARED = 1

/** The counters of SUSE's procps-ng, by their place, where no heading named them. */
const UNNAMED = ['Rss', 'Pss', 'Dirty', 'Swap']

/**
 * The totals of a block, in kilobytes: as the text gave them, else of the rows that are shown, and of so many bytes of shared
 * memory beside.
 */
export function sumsOf(view: View, kept: Kept, origin: Origin | undefined, beside = 0n): SumOf {
  const given = new Map(
    (origin === undefined ? view.totals : []).map(({ name, value }) => [
      name,
      UNITLESS_COUNTERS.has(name) ? value : value / 1024n,
    ]),
  )
  const rows = sizeSums(view.table, kept)
  const hasFlags = origin?.seen.view?.table.columns.flagIds !== undefined
  // Up to 3.3.11 -x takes the line of VmFlags for its mapping once more.
  if (hasFlags && view.dialect.startsWith('x') && isBefore(view.source.version, '3.3.12')) rows.Size += rows.shared
  // Here a size may be of no whole pages.
  const more = Number(BigInt.asUintN(64, beside) >> 10n)
  rows.Size += more
  rows.shared += more
  const sizes = new Map(Object.entries(rows))
  return (name) => {
    const size = sizes.get(name)
    return given.get(name) ?? (size === undefined ? counterSum(view.table, kept, name) : BigInt(size))
  }
}

function sizeSums(table: RegionTable, kept: Kept): Record<'Size' | 'shared' | 'writable-private', number> {
  const sums = { Size: 0, 'writeable/private': 0, 'writable-private': 0, 'readonly-private': 0, shared: 0 }
  for (let row = 0; row < table.length; row++) {
    if (!kept.isSized(row)) continue
    const size = kilobytes(table, row)
    const code = table.columns.permsCodes[row] as number
    sums.Size += size
    if (code >> 3 === SHARED) sums.shared += size
    else if ((code & WRITE) !== 0) sums['writable-private'] += size
    else sums['readonly-private'] += size
  }
  sums['writeable/private'] = sums['writable-private']
  return sums
}

function counterSum(table: RegionTable, kept: Kept, name: string): bigint | undefined {
  const column = table.columns.counters.get(name)
  const place = UNNAMED.indexOf(name)
  if (column === undefined && table.length > 0 && place < 0) return undefined
  let sum = 0
  for (let row = 0; row < table.length; row++) {
    if (!kept.isCounted(row)) continue
    sum += column === undefined ? Number(table.extra(row)?.[`column ${place + 3}`] ?? 0) : (column.printed(row) ?? 0)
  }
  return BigInt(sum)
}
