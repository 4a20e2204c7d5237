/** The kernel versions that print something; a missing bound means that it is not known or not reached. */
export interface Span {
  /** First version, as `4.14`. */
  readonly since?: string
  /** Last version, its stable releases included: `4.13` holds for 4.13.9. // inclusive */
  readonly until?: string
}

/** Orders two kernel versions as far as both say: 4.13 and 4.13.9 are equal, 2.6.39 comes before 3.0. */
export function compareVersions(a: string, b: string): number {
  const left = parts(a)
  const right = parts(b)
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = (left[i] as number) - (right[i] as number)
    if (difference !== 0) return difference
  }
  return 0
}

/** True when the version lies within the span; whatever follows its numbers (`-32-amd64`) does not count. */
export function isWithin(version: string, { since, until }: Span): boolean {
  if (since !== undefined && compareVersions(version, since) < 0) return false
  return until === undefined || compareVersions(version, until) <= 0
}

function parts(version: string): number[] {
  return (/^\d+(?:\.\d+)*/.exec(version)?.[0] ?? '0').split('.').map(Number)
}
