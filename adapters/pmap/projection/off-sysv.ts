import type { Facts, View } from '../../../src/adapter.js'
import { sameDevice } from '../../../src/model/device.js'
import { showsWholePaths } from './asked.js'
import { isSegment } from './one-name.js'

/**
 * Rows of a pmap on another device than that of System V shared memory, of mappings that one of both pmaps calls so. It makes that name
 * up by the device; where it shows whole paths no file can be called so, for these begin with a slash.
 */
export function rowsOffSysv(view: View, other: View, { sysvDevice }: Facts): ReadonlySet<number> {
  const found = new Set<number>()
  if (sysvDevice === undefined) return found
  const segments = new Set([...segmentsOf(view), ...segmentsOf(other)])
  if (segments.size === 0) return found
  for (let row = 0; row < view.table.length; row++) {
    const [start, device] = [view.table.start(row), view.table.device(row)]
    if (start !== undefined && device !== undefined && segments.has(start) && !sameDevice(device, sysvDevice))
      found.add(row)
  }
  return found
}

/** Where the mappings begin that a pmap with whole paths calls System V shared memory. */
function segmentsOf(view: View): readonly bigint[] {
  if (!showsWholePaths(view)) return []
  const starts: bigint[] = []
  for (let row = 0; row < view.table.length; row++) {
    const [start, name] = [view.table.start(row), view.table.pathnameBytes(row)]
    if (start !== undefined && name !== undefined && isSegment(name)) starts.push(start)
  }
  return starts
}
