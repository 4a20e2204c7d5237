import { type Amount, countNatives, Meter } from './meter.js'
import type { works } from './works.js'

/** What each work came to with n mappings and with twice as many. */
export interface Measured {
  readonly name: string
  readonly once: Amount
  readonly twice: Amount
  /** The places that came to more than twice as much, and how often they ran. */
  readonly steep: readonly string[]
}

/** Measures the works of a bundle, which is loaded here so that every function of it is counted. */
async function main(path: string, only: string, n: number): Promise<void> {
  countNatives()
  const meter = new Meter(path)
  await meter.start()
  const bundle = require(path) as { readonly works: typeof works }
  const measured: Measured[] = []
  for (const [name, prepare] of bundle.works()) {
    if (!name.includes(only)) continue
    // The first run makes what is made once.
    prepare(8)()
    const once = await meter.amountOf(prepare(n))
    const twice = await meter.amountOf(prepare(2 * n))
    console.error((performance.now()|0), name, twice.runs, twice.elements, twice.bytes)
    measured.push({ name, once, twice, steep: meter.steeper(once, twice, 50 * n) })
  }
  process.stdout.write(JSON.stringify(measured, (key, value) => (key === 'places' ? undefined : value)))
}

main(process.argv[2] as string, process.argv[3] ?? '', Number(process.argv[4] ?? 1000))
