import type { Match } from '../../src/adapter.js'
import { OSQUERY_COLUMNS } from '../csv/osquery.js'

const OURS = /^\{\s*"schema"\s*:\s*"memmaps\.(?:region|heading)\/1"/

const OURS_SOMEWHERE = /^\{[^\n]*"schema"\s*:\s*"memmaps\.(?:region|heading)\/1"/

/** Says how sure the first KiB looks like regions in JSON, one a line. */
export function detectNdjson(head: Uint8Array): Match | undefined {
  const text = new TextDecoder().decode(head).trimStart()
  if (OURS.test(text)) {
    return { dialect: 'regions', confidence: 'sure', because: 'it begins with the schema of a region by the line' }
  }
  if (OURS_SOMEWHERE.test(text)) {
    return { dialect: 'regions', confidence: 'likely', because: 'its first line names the schema of a region' }
  }
  const [row = ''] = text.replace(/^\[\s*/, '').split('\n', 1)
  if (!row.startsWith('{"')) return undefined
  const has = (column: string): boolean => row.includes(`"${column}":`)
  if (OSQUERY_COLUMNS.every(has)) {
    return { dialect: 'osquery', confidence: 'sure', because: 'it has every key of osquery’s process_memory_map' }
  }
  if (!['start', 'end', 'permissions'].every(has)) return undefined
  return { dialect: 'osquery', confidence: 'likely', because: 'it has keys of osquery’s process_memory_map' }
}
