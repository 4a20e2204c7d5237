import type { Adapter } from '../../src/adapter.js'
import { pmapImitation } from './call/imitation.js'
import { CELL_DIALECTS } from './cells/dialects.js'
import { detectPmap } from './detect.js'
import { formatPmap } from './format/formatter.js'
import { PmapParser } from './parser.js'
import { PROCPS_DIALECTS } from './procps/dialects.js'
import { projectToPmap } from './projection/projection.js'
import { PMAP_REASONS } from './projection/reasons.js'

/** What the programs called `pmap` print, procps’ first; `-p` (whole paths) and `-q` (no headings, no totals) are read alike. */
export const pmap: Adapter = {
  name: 'pmap',
  summary: 'a process’s mappings as pmap prints them',
  grain: 'mapping',
  dialects: {
    ...PROCPS_DIALECTS,
    ...CELL_DIALECTS,
  },
  detect: detectPmap,
  open: (sink, options) => new PmapParser(sink, options.dialect),
  format: formatPmap,
  needs: ['start', 'end', 'perms', 'pathname'],
  project: projectToPmap,
  reasons: PMAP_REASONS,
  get imitates() {
    return pmapImitation
  },
  capture: {
    default: { run: ['pmap', 'PID'] },
    x: { run: ['pmap', '-x', 'PID'] },
    d: { run: ['pmap', '-d', 'PID'] },
    X: { run: ['pmap', '-X', 'PID'] },
    XX: { run: ['pmap', '-XX', 'PID'] },
  },
}
