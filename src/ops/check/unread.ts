import type { View } from '../../adapter.js'
import type { DiagnosticCode } from '../../report/codes.js'

/**
 * Errors that are no line which cannot be read: lines that are kept out because a tool with a known fault printed them, and
 * rows of another process, which break a law.
 */
const READ_ALL_THE_SAME: readonly DiagnosticCode[] = ['bogus-row', 'saturated-start', 'stray-process']

/** How many lines of a text cannot be read, and no known fault of its tool explains it. */
export function unreadLines({ diagnostics }: View): number {
  return READ_ALL_THE_SAME.reduce((count, code) => count - diagnostics.count(code), diagnostics.countOf('error'))
}
