import type { Dialect } from '../../src/adapter.js'
import { spellingOf as mapsSpellingOf, SPELLINGS, type Spelling } from '../maps/spelling.js'

const SAYS = ['start', 'end', 'perms', 'offset', 'device', 'inode', 'pathname', 'counters', 'vmFlags', 'extra'] as const

/** Perms, offset, device and inode stand in the header, but say nothing of the process. */
const ROLLUP_SAYS = ['start', 'end', 'pathname', 'counters', 'extra'] as const

/** Every dialect of smaps; those of its headers have the names that maps gives them. */
export const DIALECTS: Readonly<Record<string, Dialect>> = {
  '64bit': { summary: '64-bit kernels: names begin in column 73', says: SAYS, since: '2.6.14' },
  '32bit': { summary: '32-bit kernels: names begin in column 49', says: SAYS, since: '2.6.14' },
  rollup: {
    summary: 'smaps_rollup, the sums of a process: 64-bit kernels',
    says: ROLLUP_SAYS,
    grain: 'process',
    since: '4.14',
  },
  'rollup-32bit': {
    summary: 'smaps_rollup, the sums of a process: 32-bit kernels',
    says: ROLLUP_SAYS,
    grain: 'process',
    since: '4.14',
  },
  wsl1: {
    summary: 'Windows Subsystem for Linux 1: names begin in column 65, and Pss is the one counter',
    says: SAYS,
    lossy: {
      device: 'always 00:00',
      offset: 'of a gap without rights it is in pages',
      counters: 'Pss alone',
    },
    foreign: true,
  },
  'qemu-user': {
    summary:
      'qemu-user 8.1 and later, of /proc/self alone: addresses not padded, nothing behind an inode without a name',
    says: SAYS,
    lossy: { counters: 'Size and the page sizes; every other one is 0' },
    foreign: true,
  },
}

/** The dialects of maps that headers of smaps may be in, the likeliest first. */
export const HEADER_DIALECTS: readonly string[] = Object.keys(DIALECTS).filter((name) => name in SPELLINGS)

/** The dialect of maps that the headers of a dialect are in. */
export function headerDialect(dialect: string): string {
  if (dialect === 'rollup') return '64bit'
  return dialect === 'rollup-32bit' ? '32bit' : dialect
}

/** True for the dialects of smaps_rollup. */
export function isRollup(dialect: string): boolean {
  return DIALECTS[dialect]?.grain === 'process'
}

/** How the headers of a dialect are spaced; as by 64-bit kernels for a view that another adapter read. */
export function spellingOf(dialect: string): Spelling {
  return mapsSpellingOf(headerDialect(dialect))
}
