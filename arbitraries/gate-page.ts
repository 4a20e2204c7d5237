import { pseudoPath } from '../src/kernel/pseudo-paths.js'
import { XONLY_GATE_SINCE } from '../src/kernel/releases.js'
import { isWithin } from '../src/kernel/version.js'
import { compareVersions } from '../src/model/version.js'
import type { KernelOn } from './choice.js'
import { countersOf } from './counters.js'
import { flagsOf } from './flags.js'
import type { Mapping } from './mapping.js'
import type { KernelRegion } from './region.js'

const NAME = '[vsyscall]'
const START = 0xffffffffff600000n
const NONE: readonly number[] = new Array(12).fill(0)

/** The page that x86_64 shows behind all mappings, with those perms where the kernel can have them; none for `''`. */
export function gatePage(on: KernelOn, perms: string, pkeys: boolean): readonly Mapping[] {
  const { release, machine } = on
  if (perms === '' || !machine.gate || !isWithin(release, pseudoPath(NAME) ?? {})) return []
  const region: KernelRegion = {
    start: START,
    end: START + 0x1000n,
    perms: compareVersions(release, XONLY_GATE_SINCE) < 0 ? 'r-xp' : perms,
    offset: 0n,
    major: 0,
    minor: 0,
    inode: 0n,
    pathname: Buffer.from(NAME),
  }
  const vmFlags = flagsOf(on, region, [])?.filter((code) => code !== 'mr')
  return [{ ...region, counters: countersOf(on, region, NONE, pkeys), ...(vmFlags === undefined ? {} : { vmFlags }) }]
}
