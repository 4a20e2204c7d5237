import type { PrintedField } from '../../adapter.js'
import { BACK_PORTS, type Evidence } from '../../kernel/dating.js'
import { type FieldSpacing, knownSpacings } from '../../kernel/smaps-fields.js'
import { compareVersions } from '../../model/version.js'

/** What the spacing and the order of a record's fields tell of the kernel. */
export function* spacingEvidence(
  fields: readonly PrintedField[],
  view: number,
  lineOf: (name: string) => number,
): Iterable<Evidence> {
  for (const { name, text, width } of fields) {
    const spacings = knownSpacings(name)
    const same = spacings.filter((spacing) => spacing.text === text && spacing.width === width)
    if (same.length === 0 || same.length === spacings.length) continue
    // One spacing may have come back later; all that can be said then is when it came first and went last.
    const isFirst = same.includes(spacings.at(-1) as FieldSpacing)
    const came = same.map((spacing) => spacing.since).reduce((a, b) => earlier(a, b))
    const since = isFirst ? (BACK_PORTS.get(name) ?? came) : came
    const until = same.map((spacing) => spacing.until).reduce((a, b) => later(a, b))
    const line = lineOf(name)
    yield { what: `the spacing of ${name}`, view, line, ...(since && { since }), ...(until && { until }) }
  }
  const pageSize = fields.findIndex(({ name }) => name === 'KernelPageSize')
  const rss = fields.findIndex(({ name }) => name === 'Rss')
  if (pageSize < 0 || rss < 0) return
  const line = lineOf('KernelPageSize')
  if (pageSize < rss) yield { what: 'KernelPageSize above Rss', view, line, since: '4.14' }
  else yield { what: 'KernelPageSize below Rss', view, line, until: '4.13' }
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || b === undefined ? undefined : compareVersions(a, b) < 0 ? a : b
}

function later(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || b === undefined ? undefined : compareVersions(a, b) > 0 ? a : b
}
