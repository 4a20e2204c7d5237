import type { View } from '../../src/adapter.js'

/** A text cut up: what stands before the regions' records, each record with its newlines, and what stands behind each. */
export interface Records {
  readonly head: string
  readonly records: readonly string[]
  /** By record: lines behind it that are no part of it, such as totals, or files that are not mapped. */
  readonly after: readonly string[]
}

/** Cuts a text, in latin-1, into the records of the regions that were read from it. */
export function recordsOf(text: string, { table, adapter, dialect }: View): Records {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? []
  const starts = Array.from({ length: table.length }, (_, row) => table.line(row) - 1)
  const records: string[] = []
  const after: string[] = []
  starts.forEach((start, row) => {
    const next = starts[row + 1] ?? lines.length
    let end = start + 1
    if (adapter === 'smaps') while (end < next && /^[A-Z]/.test(lines[end] as string)) end++
    if (dialect === 'fields') while (end < next && !/^[fp]/.test(lines[end] as string)) end++
    records.push(lines.slice(start, end).join(''))
    after.push(lines.slice(end, next).join(''))
  })
  return { head: lines.slice(0, starts[0] ?? lines.length).join(''), records, after }
}

/** The text once more. */
export function joined({ head, records, after }: Records): string {
  return head + records.map((record, row) => record + (after[row] ?? '')).join('')
}
