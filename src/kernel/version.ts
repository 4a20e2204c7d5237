import { isBefore } from '../model/version.js'

/** The kernel versions that print something; a missing bound means that it is not known or not reached. */
export interface Span {
  /** First version, as `4.14`. */
  readonly since?: string
  /** Last version, its stable releases included: `4.13` holds for 4.13.9. // inclusive */
  readonly until?: string
}

/** True when the version lies within the span; whatever follows its numbers (`-32-amd64`) does not count. */
export function isWithin(version: string, { since, until }: Span): boolean {
  if (since !== undefined && isBefore(version, since)) return false
  return until === undefined || !isBefore(until, version)
}
