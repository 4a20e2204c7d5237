import type { Sum } from '../program.js'
import { sums } from '../sums.js'

const SUMMARY =
  /^(\d+)K writable-private, (\d+)K readonly-private,(?: and)? (\d+)K shared(?:, and (\d+)K referenced)? ?$/

/** What the sentence at the end of SUSE's pmap says: memory by who may write it, and what was touched. */
export function suseSummary(line: string): readonly Sum[] | undefined {
  const match = SUMMARY.exec(line)
  return match ? sums(['writable-private', 'readonly-private', 'shared', 'referenced'], match) : undefined
}
