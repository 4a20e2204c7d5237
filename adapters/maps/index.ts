import type { Adapter, FormatOptions, View } from '../../src/adapter.js'
import { ByteWriter } from '../../src/scan/writer.js'
import { detectMaps } from './detect.js'
import { columnOf, writeMapsLine } from './formatter.js'
import { MapsParser } from './parser.js'
import { KERNEL_REASONS, projectToMaps } from './projection.js'

const SAYS = ['start', 'end', 'perms', 'offset', 'device', 'inode', 'pathname'] as const

/** `/proc/PID/maps` of every Linux kernel. */
export const maps: Adapter = {
  name: 'maps',
  summary: 'the kernel’s list of mappings: /proc/PID/maps',
  kernel: true,
  grain: 'mapping',
  dialects: {
    '64bit': { summary: '64-bit kernels: names begin in column 73', says: SAYS },
    '32bit': { summary: '32-bit kernels: names begin in column 49', says: SAYS },
  },
  detect: detectMaps,
  open: (sink) => new MapsParser(sink),
  format: formatMaps,
  project: projectToMaps,
  reasons: KERNEL_REASONS,
  capture: { '64bit': { file: 'maps' } },
}

function* formatMaps(views: readonly View[], options: FormatOptions): Iterable<Uint8Array> {
  const writer = new ByteWriter()
  for (const view of views) {
    const column = columnOf(options.dialect ?? view.dialect)
    for (let row = 0; row < view.table.length; row++) {
      writeMapsLine(writer, view.table, row, column)
      if ((row & 1023) === 0) yield* writer.take()
    }
  }
  yield* writer.finish()
}
