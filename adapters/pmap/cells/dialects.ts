import type { Dialect } from '../../../src/adapter.js'
import type { FieldName } from '../../../src/model/fields.js'

const SIZES: readonly FieldName[] = ['start', 'end', 'perms', 'pathname']
const COUNTERS: readonly FieldName[] = [...SIZES, 'counters']

const LAST_PART = 'the last part alone, but for -p; what begins with a bracket is indented'
const CUT = 'up to the first blank or TAB, and so without ` (deleted)`'
const ANON = 'memory without a name as [ anon ]'
const OWN = 'Pss, Private_Dirty and Swap alone'
const SUSE = 'Rss, Pss, Swap and Dirty, the sum of Shared_Dirty and Private_Dirty, alone'

/** What the pmaps that are not procps' print. */
export const CELL_DIALECTS: Readonly<Record<string, Dialect>> = {
  busybox: {
    summary: 'busybox pmap PID: size, perms and whole path',
    says: SIZES,
    lossy: { pathname: ANON },
    since: '1.38.0',
  },
  'busybox-x': {
    summary: 'busybox pmap -x PID: proportional, private dirty and swapped memory as well',
    says: COUNTERS,
    lossy: { pathname: ANON, counters: OWN },
    since: '1.38.0',
  },
  'busybox-1.30': {
    summary: 'busybox pmap PID up to 1.37: names end at the first blank',
    says: SIZES,
    lossy: { pathname: CUT },
    since: '1.25.0',
    until: '1.37.0',
  },
  'busybox-1.30-x': {
    summary: 'busybox pmap -x PID up to 1.37: names end at the first blank',
    says: COUNTERS,
    lossy: { pathname: CUT, counters: OWN },
    since: '1.25.0',
    until: '1.37.0',
  },
  toybox: {
    summary: 'toybox pmap PID (Android): size, mode and name',
    says: SIZES,
    lossy: { pathname: LAST_PART },
    since: '0.8.9',
  },
  'toybox-x': {
    summary: 'toybox pmap -x PID (Android): proportional, private dirty and swapped memory as well',
    says: COUNTERS,
    lossy: { pathname: LAST_PART, counters: OWN },
    since: '0.8.9',
  },
  suse: {
    summary: 'pmap PID of SUSE 11 and 12: four counters, perms and whole path',
    says: COUNTERS,
    lossy: { pathname: CUT, counters: SUSE },
  },
  'suse-d': {
    summary: 'pmap -d PID of SUSE 11 and 12: offset and device as well',
    says: [...COUNTERS, 'offset', 'device'],
    lossy: { pathname: CUT, counters: SUSE },
  },
  opensuse: {
    summary: 'pmap PID of openSUSE’s procps-ng: four counters, mode and name',
    says: COUNTERS,
    lossy: { pathname: 'the last part of a path; other names as [ anon ] or [ stack ]', counters: SUSE },
    since: '3.3.9',
    until: '3.3.17',
  },
}
