import type { RedactionCounts } from '../capture/redact.js'

/** A line for people: what was replaced, and how often. */
export function redactionLine({ pathname, command, user, message }: RedactionCounts): string {
  const counts = [
    [pathname, 'name'],
    [command, 'command'],
    [user, 'user'],
    [message, 'other word'],
  ] as const
  const parts = counts.filter(([count]) => count > 0).map(([count, one]) => `${count} ${count === 1 ? one : `${one}s`}`)
  return `replaced by tokens: ${parts.length === 0 ? 'nothing' : parts.join(', ')}`
}
