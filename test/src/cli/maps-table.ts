import { maps } from '../../../adapters/maps/index.js'
import type { RegionTable } from '../../../src/model/table.js'
import { parse } from '../../../src/ops/parse.js'

/** A table with a region for each pair of perms and name; the first begins at 0x1000, and each is a page. */
export function mapsTable(...regions: readonly (readonly [perms: string, name: string | Uint8Array])[]): RegionTable {
  const lines = regions.map(([perms, name], index) => {
    const start = (index + 1) * 0x1000
    const range = [start, start + 0x1000].map((address) => address.toString(16).padStart(8, '0')).join('-')
    return Buffer.concat([
      Buffer.from(`${range} ${perms} 00000000 00:00 0`.padEnd(73)),
      Buffer.from(name as string),
      Buffer.from('\n'),
    ])
  })
  return parse(maps, Buffer.concat(lines))[0]!.table
}
