/** How a law is run: the same cases each time, so that a failure is one for everybody. */
export interface Runs {
  readonly seed: number
  readonly numRuns: number
}

/** `count` runs with the fixed seed; `LAWS_SEED` chooses another one, and `LAWS_RUNS` multiplies the count. */
export function runs(count: number): Runs {
  const { LAWS_SEED = '20', LAWS_RUNS = '1' } = process.env
  return { seed: Number(LAWS_SEED), numRuns: count * Number(LAWS_RUNS) }
}
