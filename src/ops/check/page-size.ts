import type { View } from '../../adapter.js'
import type { RegionTable } from '../../model/table.js'
import type { Judge } from './judge.js'
import { addressText } from './text.js'

/** A page size in bytes, and how it is known. */
export interface PageSize {
  readonly bytes: number
  /** `given` by whoever asks, `read` in KernelPageSize, or `assumed` for want of both. */
  readonly source: 'given' | 'read' | 'assumed'
  /** The region that says it, where one does. */
  readonly said?: { readonly view: number; readonly row: number }
}

/** The smallest page size of every Linux machine. */
const SMALLEST = 4096

/** The page size that is given, or the smallest KernelPageSize that a view says, or 4096. */
export function pageSizeOf(views: readonly View[], given: number | undefined): PageSize {
  if (given !== undefined) return { bytes: given, source: 'given' }
  let least = Number.POSITIVE_INFINITY
  let said: PageSize['said']
  for (const [view, { table }] of views.entries()) {
    const column = table.columns.counters.get('KernelPageSize')
    if (column === undefined) continue
    for (let row = 0; row < table.length; row++) {
      const bytes = column.bytes(row) || least
      if (bytes < least) said = { view, row }
      least = Math.min(least, bytes)
    }
  }
  return said === undefined ? { bytes: SMALLEST, source: 'assumed' } : { bytes: least, source: 'read', said }
}

/** Asks that addresses and offsets are multiples of the page size, or of the region's own where that is larger. */
export function judgeAlignment(judge: Judge, { table }: View, view: number, { bytes }: PageSize): void {
  const sizes = table.columns.counters.get('KernelPageSize')
  for (let row = 0; row < table.length; row++) {
    const own = BigInt(Math.max(sizes?.bytes(row) ?? 0, bytes))
    const page = judge.side(view, row, 'page size', `${own / 1024n} kB`)
    const values = { start: table.start(row), end: table.end(row) }
    for (const [field, value] of Object.entries(values)) {
      if (value === undefined) continue
      judge.ask('unaligned')
      if (value % own !== 0n) judge.broken('unaligned', page, judge.side(view, row, field, addressText(value)))
    }
    const offset = table.offset(row)
    if (offset === undefined) continue
    judge.ask('unaligned')
    if (offset % BigInt(bytes) === 0n) continue
    const actual = judge.side(view, row, 'offset', addressText(offset))
    if (isGapOfWsl(table, row)) judge.except('gap-in-pages', actual)
    else judge.broken('unaligned', judge.side(view, row, 'page size', `${bytes / 1024} kB`), actual)
  }
}

/** True for a gap in a library as WSL1 shows it: without rights, and of a file without a device. */
function isGapOfWsl(table: RegionTable, row: number): boolean {
  const device = table.device(row)
  return table.perms(row) === '---p' && device?.major === 0 && device.minor === 0 && table.inode(row) !== 0n
}
