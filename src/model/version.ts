/**
 * Orders two versions number by number, as far as both say: 4.13 and 4.13.9 are equal, 2.6.39 comes before 3.0. What follows
 * the numbers (`-32-amd64`) does not count, so that a version without any is equal to all.
 */
export function compareVersions(a: string, b: string): number {
  const left = numbersOf(a)
  const right = numbersOf(b)
  for (let place = 0; place < Math.min(left.length, right.length); place++) {
    const difference = (left[place] as number) - (right[place] as number)
    if (difference !== 0) return difference
  }
  return 0
}

/** True when a version comes before another; one that is cut short or that nobody named is the newest that it can be. */
export function isBefore(version: string | undefined, other: string): boolean {
  return version !== undefined && compareVersions(version, other) < 0
}

function numbersOf(version: string): number[] {
  return (/^\d+(?:\.\d+)*/.exec(version)?.[0].split('.') ?? []).map(Number)
}
