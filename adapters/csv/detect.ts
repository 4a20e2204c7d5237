import type { Match } from '../../src/adapter.js'
import { isOsquery, isOurs } from './heading.js'
import { OSQUERY_COLUMNS } from './osquery.js'

/** Says how sure the first KiB looks like CSV of regions: its heading tells. */
export function detectCsv(head: Uint8Array): Match | undefined {
  // Blanks before a heading are no part of the table: whoever takes them off shall be surer than who does not.
  const [first = ''] = new TextDecoder()
    .decode(head)
    .replace(/^[ \r\n]*\n/, '')
    .split('\n', 1)
  for (const separator of [',', '|', ';', '\t']) {
    const names = first
      .trimEnd()
      .split(separator)
      .map((name) => name.replace(/^"(.*)"$/, '$1'))
    if (isOsquery(names)) {
      const all = OSQUERY_COLUMNS.every((name) => names.includes(name))
      return {
        dialect: 'osquery',
        confidence: all ? 'sure' : 'likely',
        because: all ? 'its heading is of osquery’s process_memory_map' : 'its heading has columns of osquery’s',
      }
    }
    if (!isOurs(names)) continue
    const sure = names[0] === 'view'
    return {
      dialect: 'regions',
      confidence: sure ? 'sure' : 'likely',
      because: sure ? 'its heading begins as those that memmaps writes' : 'its heading has columns that memmaps writes',
    }
  }
  return undefined
}
