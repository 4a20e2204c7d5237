import type { View } from '../../src/adapter.js'

/** A view as plain values, so that two of them can be held against each other. */
export function plain(view: View): object {
  const { adapter, dialect, table, process, source, diagnostics, lines, says } = view
  return {
    adapter,
    dialect,
    process,
    source,
    lines,
    says: [...says].sort(),
    regions: regions(view),
    places: Array.from({ length: table.length }, (_, row) => [table.line(row), table.layout(row)]),
    findings: [...diagnostics],
    counts: [...diagnostics.counts],
  }
}

/** What the view says of each region, and nothing of how it was printed. */
export function regions({ table, says }: View): object[] {
  return [...table].map((region) => ({
    ...Object.fromEntries(
      Object.entries(region).filter(([field]) => field === 'pathnameBytes' || says.has(field as never)),
    ),
    ...(region.pathnameBytes === undefined ? {} : { pathnameBytes: [...region.pathnameBytes] }),
  }))
}

/** How many lines the views account for. */
export function accounted(views: readonly View[]): number {
  let total = 0
  for (const { lines } of views) {
    total += lines.regions + lines.parts + lines.headings + lines.footers + lines.rejected
  }
  return total
}

/** How many lines a text has: newlines, and what follows the last one. */
export function lineCount(text: Uint8Array): number {
  let count = text.length > 0 && text[text.length - 1] !== 0x0a ? 1 : 0
  for (const byte of text) if (byte === 0x0a) count += 1
  return count
}
