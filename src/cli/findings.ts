import type { View } from '../adapter.js'
import type { DiagnosticCode } from '../report/codes.js'
import { MemmapsError } from '../report/errors.js'
import { explain } from '../report/wording.js'
import { tell, writeError } from './output.js'

/** How many findings of one code are shown in full. */
const SHOWN_PER_CODE = 5

/** Says on stderr what was found in a text: errors and warnings in full, notes as a count. */
export function tellFindings(views: readonly View[], name: string): void {
  const shown = new Map<DiagnosticCode, number>()
  const notes = new Map<DiagnosticCode, number>()
  for (const { diagnostics } of views) {
    for (const diagnostic of diagnostics) {
      const { code, severity } = diagnostic
      const before = shown.get(code) ?? 0
      if (severity === 'note' || before === SHOWN_PER_CODE) continue
      shown.set(code, before + 1)
      writeError(`${explain(diagnostic, name)}\n`)
    }
  }
  for (const [code, count] of total(views)) {
    const seen = shown.get(code)
    if (seen === undefined) notes.set(code, count)
    else if (count > seen) tell(`and ${count - seen} more of ${code} in ${name}`)
  }
  if (notes.size > 0) tell(`notes on ${name}: ${[...notes].map(([code, count]) => `${code} ${count}`).join(', ')}`)
}

/**
 * Throws when nothing of a text could be read: it is none of this format, which was `asked` for or detected. Says so when it is
 * empty, or about open files alone.
 */
export function requireSomething(views: readonly View[], name: string, format: string, asked: boolean): void {
  const read = views.reduce((sum, { table, lines }) => sum + table.length + lines.parts, 0)
  const rejected = views.reduce((sum, { lines }) => sum + lines.rejected, 0)
  const lines = views.flatMap((view) => Object.values(view.lines)).reduce((sum, count) => sum + count, 0)
  if (lines === 0) tell(`${name} is empty`)
  if (read > 0 || rejected === 0) return
  const [first] = views.flatMap(({ diagnostics }) => [...diagnostics].filter(({ severity }) => severity === 'error'))
  if (first === undefined && hasOtherRows(views)) {
    tell(`${name} has no rows about memory, only about open files: lsof -d mem,txt,DEL prints those about memory`)
    return
  }
  const why = first === undefined ? '' : `\n${explain(first, name)}`
  throw new MemmapsError(
    'unreadable',
    `${name} does not read as ${format}${why}`,
    asked
      ? 'leave -f out to have the format detected, or name another one'
      : 'mend the text, or name its format with -f',
  )
}

function hasOtherRows(views: readonly View[]): boolean {
  return views.some(({ diagnostics }) => diagnostics.counts.has('other-row'))
}

function total(views: readonly View[]): ReadonlyMap<DiagnosticCode, number> {
  const counts = new Map<DiagnosticCode, number>()
  for (const { diagnostics } of views) {
    for (const [code, count] of diagnostics.counts) counts.set(code, (counts.get(code) ?? 0) + count)
  }
  return counts
}
