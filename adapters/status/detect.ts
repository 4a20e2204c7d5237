import type { Match } from '../../src/adapter.js'
import { STATUS_FIELDS } from '../../src/kernel/status-fields.js'

const NAMES: ReadonlySet<string> = new Set(STATUS_FIELDS.map(({ name }) => name))

/** Says how sure the first KiB looks like status. */
export function detectStatus(head: Uint8Array): Match | undefined {
  const lines = new TextDecoder('latin1')
    .decode(head)
    .split('\n')
    .filter((line) => line.trim() !== '')
  const [first = ''] = lines
  if (/^Name:\s/.test(first) && lines.some((line) => /^State:\s+[A-Za-z] \(/.test(line))) {
    return { dialect: 'default', confidence: 'sure', because: 'it begins with Name: and has a State:' }
  }
  const [, label = ''] = /^(\w+):\s+\d+ kB$/.exec(first.trimEnd()) ?? []
  if (NAMES.has(label)) {
    return { dialect: 'default', confidence: 'likely', because: `the first line is the sum ${label}` }
  }
  return undefined
}
