import type { Projection, View } from '../../../src/adapter.js'
import type { RegionTable } from '../../../src/model/table.js'
import type { LsofReason } from '../reasons.js'

const REFUSED: LsofReason = 'not-permitted'
const SLASH = 0x2f

/** A link that was not followed, and why: -J does not say it, and without TYPE it is read as part of the name. */
const LINK = /^\/proc\/\d+\/exe (\(readlink: .*)?/

/** True for a listing by somebody who may not look at the process: it has no row but the one that says so. */
export function isRefused({ adapter, table }: View): boolean {
  if (adapter !== 'lsof') return false
  for (let row = 0; row < table.length; row++) if (saysRefused(table, row)) return true
  return false
}

/** A projection that knows what lsof shows when it may not look at the process: nothing that is mapped. */
export function withRefusal(projection: Projection, view: View, as: View): Projection {
  const viewIs = isRefused(view)
  const asIs = isRefused(as)
  if (!viewIs && !asIs) return projection
  return {
    ...projection,
    allowMissing: (row) => (asIs || saysRefused(projection.table, row) ? REFUSED : projection.allowMissing?.(row)),
    allowExtra: (actual, row) =>
      viewIs || saysRefused(actual.table, row) ? REFUSED : projection.allowExtra?.(actual, row),
  }
}

/** True for the row `txt` of a link that could not be read: `/proc/PID/exe` itself stands there. */
function saysRefused(table: RegionTable, row: number): boolean {
  const { descriptor = 'txt', type, note } = table.file(row) ?? {}
  if (descriptor !== 'txt' || !isBelowProc(table.pathnameBytes(row))) return false
  const [link, noted] = LINK.exec(`${table.pathname(row)} ${note ?? ''}`) ?? []
  return link !== undefined && (type === 'unknown' || noted !== undefined)
}

/** A look at the first bytes, for nearly no name is such a link. */
function isBelowProc(name: Uint8Array | undefined): boolean {
  return name !== undefined && name[1] === 0x70 && name[5] === SLASH
}
