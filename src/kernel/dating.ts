import { compareVersions } from '../model/version.js'
import type { Span } from './version.js'

/** Something that a text shows or lacks, and the kernels that print it so. */
export interface Evidence extends Span {
  /** In words: `the counter Pss_Dirty`, `no counter KSM`. */
  readonly what: string
  /** Index of the view that shows it. */
  readonly view: number
  /** The line that shows it, 1-based; 0 for what is lacking. */
  readonly line: number
}

/** Which kernels could have printed some texts; a bound that is missing means that nothing in them tells. */
export interface Dating {
  /** What no earlier kernel prints: its `since` is the first kernel that could have. */
  readonly since?: Evidence & { readonly since: string }
  /** What no later kernel prints: its `until` is the last kernel that could have. */
  readonly until?: Evidence & { readonly until: string }
  /** True when the two exclude each other: no kernel of kernel.org printed this, though one with back-ports might. */
  readonly contradictory: boolean
}

/** What stable releases took over from later kernels, so that it dates from then. */
export const BACK_PORTS: ReadonlyMap<string, string> = new Map([['THPeligible', '4.19']])

/** The last releases before a first one of a series. */
const ENDS_OF_SERIES: Readonly<Record<string, string>> = {
  '3.0': '2.6.39',
  '4.0': '3.19',
  '5.0': '4.20',
  '6.0': '5.19',
  '7.0': '6.19',
}

/** The release before a release: 4.13 before 4.14, 5.19 before 6.0, 2.6.36 before 2.6.37. */
export function releaseBefore(version: string): string {
  const parts = version.split('.')
  return ENDS_OF_SERIES[version] ?? [...parts.slice(0, -1), Number(parts.at(-1)) - 1].join('.')
}

/** The narrowest span that all the evidence allows. */
export function dateBy(evidence: Iterable<Evidence>): Dating {
  let since: Dating['since']
  let until: Dating['until']
  for (const each of evidence) {
    if (each.since !== undefined && (since === undefined || compareVersions(each.since, since.since) > 0)) {
      since = { ...each, since: each.since }
    }
    if (each.until !== undefined && (until === undefined || compareVersions(each.until, until.until) < 0)) {
      until = { ...each, until: each.until }
    }
  }
  const contradictory = since !== undefined && until !== undefined && compareVersions(since.since, until.until) > 0
  return { ...(since && { since }), ...(until && { until }), contradictory }
}

/** True when the texts prove a kernel of that version, or a later one; a contradiction proves nothing. */
export function isProvedSince({ since, contradictory }: Dating, version: string): boolean {
  return !contradictory && since !== undefined && compareVersions(since.since, version) >= 0
}

/** True when the texts prove a kernel of that version, or an earlier one. */
export function isProvedUntil({ until, contradictory }: Dating, version: string): boolean {
  return !contradictory && until !== undefined && compareVersions(until.until, version) <= 0
}

/** The span for people: `Linux 6.6 to 6.17`, `Linux 6.13 or newer`. */
export function datingText({ since, until }: Dating): string {
  if (since === undefined) return until === undefined ? 'any Linux' : `Linux ${until.until} or older`
  if (until === undefined) return `Linux ${since.since} or newer`
  return since.since === until.until ? `Linux ${since.since}` : `Linux ${since.since} to ${until.until}`
}
