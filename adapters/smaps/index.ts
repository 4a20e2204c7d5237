import type { Adapter } from '../../src/adapter.js'
import { smapsReleases } from '../../src/kernel/releases.js'
import { smapsAsRelease } from './as-release.js'
import { detectSmaps } from './detect.js'
import { DIALECTS } from './dialects.js'
import { formatSmaps } from './formatter.js'
import { SmapsParser } from './parser.js'
import { printedFields } from './printed.js'

/** `/proc/PID/smaps` of every Linux kernel since 2.6.14, and `smaps_rollup`. */
export const smaps: Adapter = {
  name: 'smaps',
  summary: 'the kernel’s list of mappings with counters and flags: /proc/PID/smaps',
  kernel: true,
  grain: 'mapping',
  dialects: DIALECTS,
  detect: detectSmaps,
  open: (sink, { dialect }) => new SmapsParser(sink, dialect),
  needs: ['start', 'end', 'perms', 'offset', 'device', 'inode'],
  format: formatSmaps,
  printed: printedFields,
  releases: {
    get versions() {
      return smapsReleases()
    },
    as: smapsAsRelease,
  },
  capture: { '64bit': { file: 'smaps' }, rollup: { file: 'smaps_rollup', optional: true } },
}
