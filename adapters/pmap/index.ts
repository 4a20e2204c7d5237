import type { Adapter } from '../../src/adapter.js'
import type { FieldName } from '../../src/model/fields.js'
import { detectPmap } from './detect.js'
import { PmapParser } from './parser.js'
import { projectToPmap } from './projection.js'
import { PMAP_REASONS } from './reasons.js'

const NARROW: readonly FieldName[] = ['start', 'end', 'perms', 'pathname']
const WIDE: readonly FieldName[] = [...NARROW, 'offset', 'device', 'inode', 'counters']

/** What `pmap` of procps-ng 3.3.7 and later prints; `-p` (whole paths) and `-q` (no headings, no totals) are read alike. */
export const pmap: Adapter = {
  name: 'pmap',
  summary: 'a process’s mappings as pmap (procps-ng) prints them',
  grain: 'mapping',
  dialects: {
    default: { summary: 'pmap PID: size, mode and name', says: NARROW, since: '3.3.7' },
    x: { summary: 'pmap -x PID: resident and dirty memory as well', says: [...NARROW, 'counters'], since: '3.3.7' },
    d: { summary: 'pmap -d PID: offset and device as well', says: [...NARROW, 'offset', 'device'], since: '3.3.7' },
    X: { summary: 'pmap -X PID: most of smaps, one column a counter', says: WIDE, since: '3.3.7' },
    XX: { summary: 'pmap -XX PID: all of smaps', says: [...WIDE, 'vmFlags'], since: '3.3.7' },
  },
  detect: detectPmap,
  open: (sink, options) => new PmapParser(sink, options.dialect),
  project: projectToPmap,
  reasons: PMAP_REASONS,
  capture: {
    default: { run: ['pmap', 'PID'] },
    x: { run: ['pmap', '-x', 'PID'] },
    d: { run: ['pmap', '-d', 'PID'] },
    X: { run: ['pmap', '-X', 'PID'] },
    XX: { run: ['pmap', '-XX', 'PID'] },
  },
}
