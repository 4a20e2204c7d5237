import type { Adapter, FormatOptions, View } from '../../src/adapter.js'
import { FIELD_NAMES } from '../../src/model/fields.js'
import { OSQUERY_SAYS } from '../csv/osquery.js'
import { detectNdjson } from './detect.js'
import { formatRegions } from './formatter.js'
import { formatOsquery } from './osquery-lines.js'
import { NdjsonParser } from './parser.js'

/** Canonical JSON by the line: a region each, for pipes, logs and databases. */
export const ndjson: Adapter = {
  name: 'ndjson',
  summary: 'canonical JSON by the line: a region each, with the keys of its process',
  grain: 'mapping',
  dialects: {
    regions: { summary: 'schema memmaps.region/1, below a memmaps.heading/1 for each view', says: FIELD_NAMES },
    osquery: {
      summary: 'osquery’s process_memory_map, as osqueryi --json prints its rows',
      says: OSQUERY_SAYS,
      lossy: { pathname: 'bytes that are not UTF-8' },
    },
  },
  detect: detectNdjson,
  open: (sink) => new NdjsonParser(sink),
  format: formatNdjson,
}

function formatNdjson(views: readonly View[], { dialect }: FormatOptions): Iterable<Uint8Array> {
  const [first] = views
  const own = first?.adapter === 'ndjson' ? first.dialect : 'regions'
  return (dialect ?? own) === 'osquery' ? formatOsquery(views) : formatRegions(views)
}
