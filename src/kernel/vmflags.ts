import { compareVersions } from '../model/version.js'
import { isWithin, type Span } from './version.js'

/** A two-letter code of the `VmFlags:` line (since Linux 3.8; `until` is the last kernel that prints the code). */
export interface VmFlag extends Span {
  readonly code: string
  /** The kernel's flag, without `VM_`. */
  readonly flag: string
  /** What it says of the mapping. */
  readonly means: string
  /** Set where only these architectures have it, by their names in the kernel's `arch/`. */
  readonly arch?: readonly string[]
  /** True for what only 64-bit kernels have room for. */
  readonly only64?: true
  /** The first kernel that has the flag, where that printed `??` for it. */
  readonly namelessSince?: string
}

/** What is printed for a bit that the kernel has no code for. */
export const NAMELESS_FLAG = '??'

/**
 * Every code, the lowest bit of vm_flags first: kernels print them so. The bits of the last eight differ by
 * architecture and version, and so does their order.
 */
export const VM_FLAGS: readonly VmFlag[] = [
  { code: 'rd', flag: 'READ', means: 'readable', since: '3.8' },
  { code: 'wr', flag: 'WRITE', means: 'writable', since: '3.8' },
  { code: 'ex', flag: 'EXEC', means: 'executable', since: '3.8' },
  { code: 'sh', flag: 'SHARED', means: 'shared', since: '3.8' },
  { code: 'mr', flag: 'MAYREAD', means: 'may become readable', since: '3.8' },
  { code: 'mw', flag: 'MAYWRITE', means: 'may become writable', since: '3.8' },
  { code: 'me', flag: 'MAYEXEC', means: 'may become executable', since: '3.8' },
  { code: 'ms', flag: 'MAYSHARE', means: 'may be shared: the s of perms', since: '3.8' },
  { code: 'gd', flag: 'GROWSDOWN', means: 'grows downwards, as a stack', since: '3.8' },
  { code: 'um', flag: 'UFFD_MISSING', means: 'userfaultfd handles missing pages', since: '4.3' },
  { code: 'pf', flag: 'PFNMAP', means: 'bare page frames', since: '3.8' },
  { code: 'dw', flag: 'DENYWRITE', means: 'writing to the file is denied', since: '3.8', until: '5.14' },
  { code: 'gu', flag: 'MAYBE_GUARD', means: 'may hold guard pages; also in 6.18.y', since: '6.18' },
  { code: 'uw', flag: 'UFFD_WP', means: 'userfaultfd handles writes to protected pages', since: '4.3' },
  { code: 'lo', flag: 'LOCKED', means: 'locked in memory', since: '3.8' },
  { code: 'io', flag: 'IO', means: 'memory-mapped device', since: '3.8' },
  { code: 'sr', flag: 'SEQ_READ', means: 'advised: read in sequence', since: '3.8' },
  { code: 'rr', flag: 'RAND_READ', means: 'advised: read at random', since: '3.8' },
  { code: 'dc', flag: 'DONTCOPY', means: 'not copied on fork', since: '3.8' },
  { code: 'de', flag: 'DONTEXPAND', means: 'mremap cannot enlarge it', since: '3.8' },
  {
    code: 'lf',
    flag: 'LOCKONFAULT',
    means: 'pages are locked when they are faulted in; ?? before',
    since: '6.2',
    namelessSince: '4.4',
  },
  { code: 'ac', flag: 'ACCOUNT', means: 'counts as committed memory', since: '3.8' },
  { code: 'nr', flag: 'NORESERVE', means: 'no swap space is reserved', since: '3.8' },
  { code: 'ht', flag: 'HUGETLB', means: 'huge pages of hugetlbfs', since: '3.8' },
  { code: 'nl', flag: 'NONLINEAR', means: 'a nonlinear file mapping', since: '3.8', until: '3.19' },
  { code: 'sf', flag: 'SYNC', means: 'synchronous page faults (MAP_SYNC)', since: '4.15' },
  { code: 'ar', flag: 'ARCH_1', means: 'a flag of the architecture', since: '3.8' },
  { code: 'wf', flag: 'WIPEONFORK', means: 'zeroed in a child', since: '4.14' },
  { code: 'dd', flag: 'DONTDUMP', means: 'left out of core dumps', since: '3.8' },
  { code: 'sd', flag: 'SOFTDIRTY', means: 'written to since it was last cleared', since: '3.12' },
  { code: 'mm', flag: 'MIXEDMAP', means: 'page frames and pages mixed', since: '3.8' },
  { code: 'hg', flag: 'HUGEPAGE', means: 'advised: transparent huge pages', since: '3.8' },
  { code: 'nh', flag: 'NOHUGEPAGE', means: 'advised: no transparent huge pages', since: '3.8' },
  { code: 'mg', flag: 'MERGEABLE', means: 'advised: same-page merging', since: '3.8' },
  { code: 'mp', flag: 'MPX', means: 'bounds of Intel MPX', since: '3.19', until: '5.7', arch: ['x86'] },
  { code: 'bt', flag: 'ARM64_BTI', means: 'guarded by branch targets', since: '5.8', arch: ['arm64'] },
  { code: 'mt', flag: 'MTE', means: 'memory tags', since: '5.10', arch: ['arm64'] },
  { code: 'ui', flag: 'UFFD_MINOR', means: 'userfaultfd handles minor faults', since: '5.13', only64: true },
  { code: 'ss', flag: 'SHADOW_STACK', means: 'a shadow stack', since: '6.6', arch: ['x86', 'arm64', 'riscv'] },
  { code: 'sl', flag: 'SEALED', means: 'sealed by mseal', since: '6.10', only64: true },
  { code: 'dp', flag: 'DROPPABLE', means: 'may be dropped under memory pressure', since: '6.11' },
  { code: 'ur', flag: 'UFFD_RWP', means: 'userfaultfd handles reads and writes of protected pages', since: '7.3' },
]

/** What a release prints for a code: the code, `??` for a flag that it has no code for, or nothing for one that it has not. */
export function flagInRelease(code: string, release: string, bits: 32 | 64): string | undefined {
  const flag = BY_CODE.get(code)
  if (flag === undefined) return code === NAMELESS_FLAG ? code : undefined
  if (flag.only64 && bits === 32) return undefined
  if (isWithin(release, flag)) return code
  const { since = release, namelessSince = since } = flag
  return compareVersions(release, since) < 0 && compareVersions(release, namelessSince) >= 0 ? NAMELESS_FLAG : undefined
}

const BY_CODE: ReadonlyMap<string, VmFlag> = new Map(VM_FLAGS.map((flag) => [flag.code, flag]))
