import type { Adapter } from '../../src/adapter.js'
import { FIELD_NAMES } from '../../src/model/fields.js'
import { detectJson } from './detect.js'
import { formatJson } from './formatter.js'
import { JsonParser } from './parser.js'

/** Canonical JSON: what every other adapter reads, for programs. */
export const json: Adapter = {
  name: 'json',
  summary: 'canonical JSON of any view: one region a line, 64-bit values as strings',
  grain: 'mapping',
  dialects: { view: { summary: 'schema memmaps.view/1, or memmaps.views/1 for several', says: FIELD_NAMES } },
  detect: detectJson,
  open: (sink) => new JsonParser(sink),
  format: formatJson,
}
