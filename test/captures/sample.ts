import type { CaptureFolder } from '../../src/golden/captures.js'

/** Of how many captures one is looked at. */
const ONE_IN = 5

/**
 * A fifth of the captures, for a law that takes its time: some processes of every kernel, and every process of some kernels. All
 * of those that cannot be made again stay.
 */
export function sampled(captures: readonly CaptureFolder[]): readonly CaptureFolder[] {
  const kernels = new Map<string, string[]>()
  for (const { name } of captures) {
    const kernel = name.slice(0, name.lastIndexOf('/'))
    kernels.set(kernel, [...(kernels.get(kernel) ?? []), name])
  }
  const kept = new Set<string>()
  let offset = 0
  for (const names of kernels.values()) {
    const isSmall = names.length <= ONE_IN
    names.forEach((name, at) => {
      if (isSmall || (at + offset) % ONE_IN === 0) kept.add(name)
    })
    offset += 1
  }
  return captures.filter(({ name }) => kept.has(name))
}
