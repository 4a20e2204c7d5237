import type { Adapter } from '../../src/adapter.js'
import { detectSmaps } from './detect.js'
import { formatSmaps } from './formatter.js'
import { SmapsParser } from './parser.js'

const SAYS = ['start', 'end', 'perms', 'offset', 'device', 'inode', 'pathname', 'counters', 'vmFlags', 'extra'] as const

/** `/proc/PID/smaps` of every Linux kernel since 2.6.14, and `smaps_rollup`. */
export const smaps: Adapter = {
  name: 'smaps',
  summary: 'the kernel’s list of mappings with counters and flags: /proc/PID/smaps',
  kernel: true,
  grain: 'mapping',
  dialects: {
    '64bit': { summary: '64-bit kernels: names begin in column 73', says: SAYS, since: '2.6.14' },
    '32bit': { summary: '32-bit kernels: names begin in column 49', says: SAYS, since: '2.6.14' },
  },
  detect: detectSmaps,
  open: (sink) => new SmapsParser(sink),
  format: formatSmaps,
  capture: { '64bit': { file: 'smaps' } },
}
