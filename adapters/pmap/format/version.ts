/** True when a version comes before another, number by number; one that nobody named is the newest. */
export function isBefore(version: string | undefined, other: string): boolean {
  if (version === undefined) return false
  const left = version.split('.')
  const right = other.split('.')
  for (let place = 0; place < right.length; place++) {
    const difference = Number.parseInt(left[place] ?? '0', 10) - Number.parseInt(right[place] as string, 10)
    if (difference !== 0) return difference < 0
  }
  return false
}
