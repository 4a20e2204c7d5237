import type { View } from '../../adapter.js'
import type { DiagnosticCode } from '../../report/codes.js'

/** Lines that are kept out because a tool with a known fault printed them: nothing is wrong with the process or the text. */
const FAULTS_OF_TOOLS: readonly DiagnosticCode[] = ['bogus-row', 'saturated-start']

/** How many errors a text has that no known fault of its tool explains. */
export function unreadLines({ diagnostics }: View): number {
  return FAULTS_OF_TOOLS.reduce((count, code) => count - diagnostics.count(code), diagnostics.countOf('error'))
}
