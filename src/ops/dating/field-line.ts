import type { Adapter, View } from '../../adapter.js'

/** The line that says a field of a region: a counter by its name, or `VmFlags`. */
export type FieldLine = (row: number, field: string) => number

/**
 * Finds the lines of fields in a text of records, for rows that are the first laid out their way, or for `VmFlags`, which ends a
 * record; elsewhere, and where lines were left out, the line on which the region begins.
 */
export function fieldLines(adapter: Adapter | undefined, view: View): FieldLine {
  const { table, lines } = view
  const first = (row: number): number => table.line(row)
  if (adapter?.printed === undefined || lines.rejected > 0 || lines.footers > 0) return first
  const below = new Map<number, ReadonlyMap<string, number>>()
  for (const { row, fields } of adapter.printed(view)) {
    below.set(row, new Map(fields.map(({ name, below: at }) => [name, at])))
  }
  const all = lines.regions + lines.parts + lines.headings
  return (row, field) => {
    if (field === 'VmFlags') return row + 1 < table.length ? first(row + 1) - 1 : all
    return first(row) + (below.get(row)?.get(field) ?? 0)
  }
}
