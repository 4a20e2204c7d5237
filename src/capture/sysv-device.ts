import { readFileSync } from 'node:fs'
import type { Device } from '../model/device.js'
import { latin1 } from '../model/pathname.js'
import type { RegionTable } from '../model/table.js'
import { pidsIn } from './proc-root.js'

/** A shared mapping of `/dev/zero`, on a device of the kernel's own: its memory lies where System V segments lie. */
const SHARED = /^[0-9a-f]+-[0-9a-f]+ [r-][w-][x-]s [0-9a-f]+ 00:([0-9a-f]+) \d+ +\/dev\/zero \(deleted\)$/m

const SYSV = '/SYSV'

/** The device of System V shared memory (0:4 on Linux 2.6.32, 0:1 from 4.4 on), as a text of maps shows it; undefined where it does not. */
export function sysvDeviceIn(maps: Uint8Array): Device | undefined {
  const minor = SHARED.exec(Buffer.from(maps).toString('latin1'))?.[1]
  return minor === undefined ? undefined : { major: 0, minor: Number.parseInt(minor, 16) }
}

/**
 * The device of System V shared memory, for a process that may have some; undefined where its maps shows no such name, and where
 * neither it nor any process that this user may read has the mapping that tells.
 *
 * The names `/SYSV…` themselves do not tell: segments in huge pages lie elsewhere, and any file may be called so.
 */
export function readSysvDevice(maps: Uint8Array, procRoot: string): Device | undefined {
  if (Buffer.from(maps.buffer, maps.byteOffset, maps.length).indexOf(SYSV) < 0) return undefined
  const own = sysvDeviceIn(maps)
  if (own !== undefined) return own
  for (const pid of pidsIn(procRoot) ?? []) {
    const device = sysvDeviceIn(mapsOf(pid, procRoot))
    if (device !== undefined) return device
  }
  return undefined
}

/** The same for a process whose mappings were read: its maps is read once more where they have such a name. */
export function sysvDeviceOf(pid: number, table: RegionTable, procRoot: string): Device | undefined {
  return mayHaveSysv(table) ? readSysvDevice(mapsOf(pid, procRoot), procRoot) : undefined
}

/** True when the name of a mapping on one of the kernel's own devices is such a name. */
function mayHaveSysv(table: RegionTable): boolean {
  const { nameIds } = table.columns
  for (let row = 0; row < table.length; row++) {
    // The empty name has number 0, and the regions of one file stand together.
    const id = nameIds[row]
    if (id === 0 || id === nameIds[row - 1] || table.device(row)?.major !== 0) continue
    const name = table.pathnameBytes(row)
    if (name !== undefined && latin1(name).includes(SYSV)) return true
  }
  return false
}

function mapsOf(pid: number, procRoot: string): Uint8Array {
  try {
    return readFileSync(`${procRoot}/${pid}/maps`)
  } catch {
    return new Uint8Array(0)
  }
}
