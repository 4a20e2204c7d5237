import type { FormatOptions, View } from '../../../src/adapter.js'
import { blocksOf } from './block.js'
import { writeFields } from './fields.js'
import { writeDocument, writeLines } from './json.js'
import { writeTable } from './table.js'

/** What lsof (4.93 to 4.99.7) prints of the views, in the dialect that is asked for or else in their own. */
export function formatLsof(views: readonly View[], options: FormatOptions): Iterable<Uint8Array> {
  const blocks = blocksOf(views, options)
  const dialect = options.dialect ?? views[0]?.dialect
  if (dialect === 'json') return writeDocument(blocks)
  if (dialect === 'jsonl') return writeLines(blocks)
  if (dialect === 'fields' || dialect === 'fields0') return writeFields(blocks, dialect === 'fields0')
  return writeTable(blocks)
}
