import type { Match } from '../../src/adapter.js'

const SCHEMA = /^\{\s*"schema"\s*:\s*"memmaps\.views?\/1"/

/** Says how sure the first KiB looks like a view in JSON. */
export function detectJson(head: Uint8Array): Match | undefined {
  const text = new TextDecoder().decode(head).trimStart()
  if (SCHEMA.test(text)) {
    return { dialect: 'view', confidence: 'sure', because: 'it begins with the schema of a memmaps view' }
  }
  if (!/^\{\s*(?:"|\}|$)/.test(text)) return undefined
  const named = /"memmaps\.views?\/1"/.test(text)
  return {
    dialect: 'view',
    confidence: named ? 'likely' : 'possible',
    because: named ? 'a JSON object that names the schema of a memmaps view' : 'it begins like a JSON object',
  }
}
