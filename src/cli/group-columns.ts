import type { Colors } from './colors.js'
import { paintKind, size } from './region-columns.js'
import type { Group } from './region-groups.js'
import type { Column } from './text-table.js'

/** The columns in which sums by name are shown. */
export function groupColumns(groups: readonly Group[], counters: readonly string[], colors: Colors): readonly Column[] {
  const group = (row: number): Group => groups[row] as Group
  return [
    { heading: 'regions', side: 'right', cell: (row) => `${group(row).regions}` },
    { heading: 'size', side: 'right', cell: (row) => size(group(row).size) },
    ...counters.map(
      (name): Column => ({ heading: name, side: 'right', cell: (row) => size(group(row).counters.get(name)) }),
    ),
    {
      heading: 'kind',
      side: 'left',
      cell: (row) => group(row).kind,
      paint: (text, row) => text.replace(group(row).kind, paintKind(group(row).kind, colors)),
    },
    { heading: 'pathname', side: 'left', cut: true, cell: (row) => group(row).pathname },
  ]
}
