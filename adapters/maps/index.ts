import type { Adapter, FormatOptions, View } from '../../src/adapter.js'
import { mapsReleases } from '../../src/kernel/releases.js'
import { ByteWriter } from '../../src/scan/writer.js'
import { mapsAsRelease } from './as-release.js'
import { detectMaps } from './detect.js'
import { DIALECTS } from './dialects.js'
import { writeMapsLine } from './formatter.js'
import { MapsParser } from './parser.js'
import { KERNEL_REASONS, projectToMaps } from './projection.js'
import { spellingOf } from './spelling.js'

/** `/proc/PID/maps` of every Linux kernel, and of what imitates one. */
export const maps: Adapter = {
  name: 'maps',
  summary: 'the kernel’s list of mappings: /proc/PID/maps',
  kernel: true,
  grain: 'mapping',
  dialects: DIALECTS,
  detect: detectMaps,
  open: (sink, { dialect }) => new MapsParser(sink, dialect),
  needs: ['start', 'end', 'perms', 'offset', 'device', 'inode'],
  format: formatMaps,
  project: projectToMaps,
  reasons: KERNEL_REASONS,
  releases: {
    get versions() {
      return mapsReleases()
    },
    as: mapsAsRelease,
  },
  capture: { '64bit': { file: 'maps' } },
}

function* formatMaps(views: readonly View[], options: FormatOptions): Iterable<Uint8Array> {
  const writer = new ByteWriter()
  for (const view of views) {
    const spelling = spellingOf(options.dialect ?? view.dialect)
    for (let row = 0; row < view.table.length; row++) {
      writeMapsLine(writer, view.table, row, spelling)
      if ((row & 1023) === 0) yield* writer.take()
    }
  }
  yield* writer.finish()
}
