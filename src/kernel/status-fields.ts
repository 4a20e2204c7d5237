import type { Span } from './version.js'

/** A sum that `/proc/PID/status` gives of the process's memory, in kB. */
export interface StatusField extends Span {
  readonly name: string
  /** What it counts. */
  readonly means: string
}

/** Every sum, in print order. Kernel threads and zombies have none of them. */
export const STATUS_FIELDS: readonly StatusField[] = [
  { name: 'VmPeak', means: 'the largest VmSize so far', since: '2.6.15' },
  { name: 'VmSize', means: 'all mappings; up to 3.6 without those marked reserved' },
  { name: 'VmLck', means: 'what is locked in memory' },
  { name: 'VmPin', means: 'what is pinned for devices', since: '3.2' },
  { name: 'VmHWM', means: 'the largest VmRSS so far', since: '2.6.15' },
  { name: 'VmRSS', means: 'what is resident' },
  { name: 'RssAnon', means: 'the anonymous part of VmRSS', since: '4.5' },
  { name: 'RssFile', means: 'the part of VmRSS that files are behind', since: '4.5' },
  { name: 'RssShmem', means: 'the part of VmRSS that is shared memory', since: '4.5' },
  { name: 'VmData', means: 'private writable mappings that are no stack (since 4.5)' },
  { name: 'VmStk', means: 'stacks' },
  { name: 'VmExe', means: 'the code of the executable' },
  { name: 'VmLib', means: 'all other code; too small to be true, and so enormous, up to 4.4' },
  { name: 'VmPTE', means: 'page tables', since: '2.6.11' },
  { name: 'VmPMD', means: 'middle page tables', since: '4.0', until: '4.14' },
  { name: 'VmSwap', means: 'what is swapped out, shared memory not counted', since: '2.6.34' },
  { name: 'HugetlbPages', means: 'resident pages of hugetlbfs', since: '4.4' },
  { name: 'Stack usage', means: 'the stack of this thread; printed last', since: '2.6.32', until: '2.6.33' },
]
