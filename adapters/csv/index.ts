import type { Adapter, FormatOptions, View } from '../../src/adapter.js'
import { detectCsv } from './detect.js'
import { formatOsquery, formatRegions } from './formatter.js'
import { OSQUERY_SAYS } from './osquery.js'
import { CsvParser } from './parser.js'

/** A table of regions for spreadsheets and databases. */
export const csv: Adapter = {
  name: 'csv',
  summary: 'a table for spreadsheets and databases: a row a region, a column a counter',
  grain: 'mapping',
  dialects: {
    regions: {
      summary: 'every field, counters in bytes; no cell is taken for a formula',
      says: ['start', 'end', 'perms', 'offset', 'device', 'inode', 'pathname', 'counters', 'vmFlags', 'file', 'extra'],
    },
    osquery: { summary: 'osquery’s process_memory_map, as osqueryi --csv prints it', says: OSQUERY_SAYS },
  },
  detect: detectCsv,
  open: (sink) => new CsvParser(sink),
  format: formatCsv,
}

function formatCsv(views: readonly View[], { dialect }: FormatOptions): Iterable<Uint8Array> {
  const [first] = views
  const own = first?.adapter === 'csv' ? first.dialect : 'regions'
  return (dialect ?? own) === 'osquery' ? formatOsquery(views) : formatRegions(views)
}
