import { nameInRelease, pseudoPath } from '../src/kernel/pseudo-paths.js'
import { WIDE_INODES_SINCE, ZERO_OFFSETS_SINCE } from '../src/kernel/releases.js'
import { compareVersions } from '../src/model/version.js'
import type { KernelOn } from './choice.js'
import { countersOf } from './counters.js'
import { flagsOf } from './flags.js'
import type { KernelRegion } from './region.js'

/** A mapping as the kernel holds it: all that maps and smaps print of it. */
export interface Mapping extends KernelRegion {
  /** The numbers of its smaps record in the kernel's order, as printed: kB for most. */
  readonly counters: ReadonlyMap<string, number>
  /** The codes of its VmFlags line in the kernel's order; absent where the kernel prints none. */
  readonly vmFlags?: readonly string[]
}

/** What a mapping is made of before the kernel is known; pages where nothing else is said. */
export interface Placed {
  /** It does not begin before. */
  readonly place: bigint
  /** Between it and the mapping before. */
  readonly gap: bigint
  /** How many more pages it has than one. */
  readonly more: bigint
  readonly perms: string
  readonly major: number
  readonly minor: number
  readonly inode: bigint
  /** The page of the file that it begins with. */
  readonly page: bigint
  readonly pathname: Uint8Array
  readonly numbers: readonly number[]
  readonly flags: readonly string[]
}

const U32 = 0xffffffffn
const NO_NAME = new Uint8Array(0)

/** The mapping in that range as the kernel could have it: with the names, inodes, offsets, counters and flags that it knows. */
export function mapped(on: KernelOn, one: Placed, start: bigint, end: bigint, pkeys: boolean): Mapping {
  const { release, machine } = on
  const pathname = isKnown(on, one.pathname) ? one.pathname : NO_NAME
  const text = latin1(pathname)
  const isFile = text.startsWith('/') || (pseudoPath(text)?.file ?? false)
  const isWide = machine.bits === 64 || compareVersions(release, WIDE_INODES_SINCE) >= 0
  const anonymous = compareVersions(release, ZERO_OFFSETS_SINCE) >= 0 ? 0n : start
  const region: KernelRegion = {
    start,
    end,
    // Shared memory is always a file's, if only /dev/zero's.
    perms: isFile ? one.perms : `${one.perms.slice(0, 3)}p`,
    offset: isFile ? one.page * BigInt(machine.pageSize) : anonymous,
    major: isFile ? one.major : 0,
    minor: isFile ? one.minor : 0,
    inode: !isFile ? 0n : isWide ? one.inode : one.inode & U32,
    pathname,
  }
  const vmFlags = flagsOf(on, region, one.flags)
  return {
    ...region,
    counters: countersOf(on, region, one.numbers, pkeys),
    ...(vmFlags === undefined ? {} : { vmFlags }),
  }
}

/** True for a name that the kernel on that machine makes or takes. */
function isKnown({ release, machine }: KernelOn, pathname: Uint8Array): boolean {
  const text = latin1(pathname)
  // Where the vdso and the clocks are is a law of its own, and the gate page has its place.
  if (text === '[vsyscall]' || text === '[vdso]') return false
  const entry = pseudoPath(text)
  if (entry === undefined) return true
  const isElsewhere = entry.arch !== undefined && !entry.arch.includes(machine.folder)
  return !isElsewhere && entry.android !== true && nameInRelease(text, release) === text
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}
