import type { Dialect } from '../../../src/adapter.js'
import type { FieldName } from '../../../src/model/fields.js'

const NARROW: readonly FieldName[] = ['start', 'end', 'perms', 'pathname']
const WIDE: readonly FieldName[] = [...NARROW, 'offset', 'device', 'inode', 'counters']

/** Without -p and -k. */
const LAST_PART =
  'the last part of a path; other names as [ anon ], [ stack ] or [ shmid=… ]; unprintable bytes as ? up to 4.0.4'
const WHOLE_PATH = 'paths alone; other names as [ anon ], [ stack ] or [ shmid=… ]; unprintable bytes as ?'
const CUT = 'the last part of the first 127 bytes of a path'
const DIRTY = 'Rss and Dirty, the sum of Shared_Dirty and Private_Dirty, alone'
const MOST = 'without the page sizes, AnonHugePages, and the clean and dirty parts'

/** The dialects of procps and procps-ng; those that are printed today first. */
export const PROCPS_DIALECTS: Readonly<Record<string, Dialect>> = {
  default: {
    summary: 'pmap PID: size, mode and name',
    says: NARROW,
    lossy: { pathname: LAST_PART },
    since: '3.3.7',
  },
  x: {
    summary: 'pmap -x PID: resident and dirty memory as well',
    says: [...NARROW, 'counters'],
    lossy: { pathname: LAST_PART, counters: DIRTY },
    since: '3.3.7',
  },
  d: {
    summary: 'pmap -d PID: offset and device as well',
    says: [...NARROW, 'offset', 'device'],
    lossy: { pathname: LAST_PART },
    since: '3.2.0',
  },
  X: {
    summary: 'pmap -X PID: most of smaps, one column a counter',
    says: WIDE,
    lossy: { pathname: CUT, counters: MOST },
    since: '3.3.7',
  },
  XX: {
    summary: 'pmap -XX PID: all of smaps; pmap -c PID: the columns that an rc file names',
    says: [...WIDE, 'vmFlags'],
    lossy: { pathname: CUT, vmFlags: 'up to the first code that is not two letters' },
    since: '3.3.7',
  },
  'default-3.2': {
    summary: 'pmap PID: size, mode and whole path',
    says: NARROW,
    lossy: { pathname: WHOLE_PATH },
    since: '3.2.0',
    until: '3.3.6',
  },
  'x-3.2': {
    summary: 'pmap -x PID: size, mode and name, and dashes for what it does not know',
    says: NARROW,
    lossy: { pathname: LAST_PART },
    since: '3.2.0',
    until: '3.3.1',
  },
  'x-3.3.2': {
    summary: 'pmap -x PID: resident and dirty memory as well, two blanks before the name',
    says: [...NARROW, 'counters'],
    lossy: { pathname: LAST_PART, counters: DIRTY },
    since: '3.3.2',
    until: '3.3.6',
  },
  'X-3.3.4': {
    summary: 'pmap -X PID, pmap -XX PID: smaps without Size, one column a counter',
    says: WIDE.filter((field) => field !== 'end'),
    lossy: { pathname: 'the first 127 bytes, without blanks in front', counters: 'without Size' },
    since: '3.3.4',
    until: '3.3.6',
  },
}
