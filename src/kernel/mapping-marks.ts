import type { Span } from './version.js'

/** Flags of a mapping that the kernel makes by itself, which programs cannot change, and the releases that print them so. */
export interface MappingMark extends Span {
  /** The name as in PSEUDO_PATHS. */
  readonly name: string
  readonly has?: readonly string[]
  readonly lacks?: readonly string[]
  /** Set where only this architecture is known to print it so. */
  readonly arch?: 'x86'
}

/**
 * What captures on both sides of a change show: where none lies right before it, `since` is the release after the last one
 * that prints the other way, and `until` the one before the first.
 */
export const MAPPING_MARKS: readonly MappingMark[] = [
  // 6.12 (amd64, user mode, s390x 6.1) and 6.16 (amd64).
  { name: 'anon_inode:[io_uring]', has: ['me'], until: '6.15' },
  { name: 'anon_inode:[io_uring]', lacks: ['me'], since: '6.13' },
  { name: 'anon_inode:[perf_event]', lacks: ['pf'], until: '6.15' },
  { name: 'anon_inode:[perf_event]', has: ['pf'], since: '6.13' },
  // 7.0 and 7.1 (amd64), 7.2 (amd64, ppc64el).
  { name: 'socket:[*]', has: ['me'], until: '7.0' },
  { name: '/[aio] (deleted)', lacks: ['dc'], until: '7.0' },
  { name: '/[aio] (deleted)', has: ['dc'], since: '7.1' },
  // The same, and 7.3 (amd64): the data of the vdso became pages in 7.1, and lost the flag of devices in 7.3.
  { name: '[vvar]', has: ['pf'], until: '7.0', arch: 'x86' },
  { name: '[vvar]', has: ['mm'], since: '7.1' },
  { name: '[vvar]', has: ['mm', 'io'], until: '7.2' },
  { name: '[vvar]', has: ['mm'], lacks: ['io'], since: '7.3' },
]
