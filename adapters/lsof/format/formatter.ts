import type { FormatOptions, View } from '../../../src/adapter.js'
import { blocksOf } from './block.js'
import { writeFields } from './fields.js'
import { writeDocument, writeLines } from './json.js'
import { listed } from './listed.js'
import { writeTable } from './table.js'
import { isAsRead, writeAsRead } from './table-as-read.js'
import { writePids } from './terse.js'

/** What lsof (4.93 to 4.99.7) prints of the views, in the dialect that is asked for or else in their own. */
export function formatLsof(views: readonly View[], options: FormatOptions): Iterable<Uint8Array> {
  const own = views.find(({ adapter }) => adapter === 'lsof')?.dialect
  const dialect = options.dialect ?? own ?? 'table'
  const blocks = blocksOf(
    views.map((view) => listed(view, dialect)),
    dialect,
    options,
  )
  if (blocks.some((block) => block.options.terse && block.projected)) return writePids(blocks)
  if (dialect === 'json') return writeDocument(blocks)
  if (dialect === 'jsonl') return writeLines(blocks)
  if (dialect === 'fields' || dialect === 'fields0') return writeFields(blocks, dialect === 'fields0')
  return isAsRead(blocks) ? writeAsRead(blocks) : writeTable(blocks)
}
