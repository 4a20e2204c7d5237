import type { Adapter, View } from '../adapter.js'
import type { CapturedText } from '../capture/types.js'
import { diagnosticAt } from '../report/diagnostic.js'

const NEWLINE = 0x0a

/**
 * Says of the view of one process what else its text holds: rows of others, which a tool that was asked about that process
 * alone does not print.
 */
export function noteOtherProcesses(
  view: View,
  views: readonly View[],
  pid: number,
  text: CapturedText,
  adapter: Adapter,
): void {
  const { argv, bytes } = text
  // A version that nobody told is like any.
  const asked = argv && adapter.imitates?.pidsAsked(argv.slice(1), view.source.version ?? '')
  for (const { process, table, diagnostics } of views) {
    const other = process?.pid
    if (other === undefined || other === pid) continue
    const [first] = diagnostics
    const line = table.length > 0 ? table.line(0) : first?.line
    if (line === undefined) continue
    const from = startOf(bytes, line)
    const newline = bytes.indexOf(NEWLINE, from)
    const to = newline < 0 ? bytes.length : newline
    const code = asked === undefined || asked.includes(other) ? 'other-process' : 'stray-process'
    view.diagnostics.add(diagnosticAt(code, { line, byte: from, indent: 0 }, bytes, from, to, from, to, String(other)))
  }
}

/** Where a line of a text begins, the first being 1. */
function startOf(bytes: Uint8Array, line: number): number {
  let from = 0
  for (let at = 1; at < line; at++) from = bytes.indexOf(NEWLINE, from) + 1
  return from
}
