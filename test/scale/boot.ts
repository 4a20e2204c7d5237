import { countNatives, Meter } from './meter.js'

/** Makes what a work needs, for so many rows; gives the work itself. */
export type Prepare = (n: number) => () => unknown

/** What a work came to with some rows and with twice as many, which is how often as much. */
export interface Measured {
  readonly name: string
  readonly runs: readonly [number, number]
  readonly elements: readonly [number, number]
  readonly bytes: readonly [number, number]
  readonly calls: readonly [number, number]
  /** The places that ran much more than twice as often. */
  readonly steep: readonly string[]
}

/** Prints what the works of a bundle come to, which is loaded here so that every function of it is counted. */
async function main(path: string, group: string, n: number): Promise<void> {
  countNatives()
  const meter = new Meter(path)
  await meter.start()
  const { WORKS } = require(path) as { readonly WORKS: Readonly<Record<string, () => Map<string, Prepare>>> }
  const measured: Measured[] = []
  for (const [name, prepare] of WORKS[group]?.() ?? []) {
    // The first run makes what is made once.
    prepare(8)()
    const once = await meter.amountOf(prepare(n))
    const twice = await meter.amountOf(prepare(2 * n))
    measured.push({
      name,
      runs: [once.runs, twice.runs],
      elements: [once.elements, twice.elements],
      bytes: [once.bytes, twice.bytes],
      calls: [once.calls, twice.calls],
      steep: meter.steeper(once, twice, 200 * n),
    })
  }
  process.stdout.write(JSON.stringify(measured))
}

main(process.argv[2] as string, process.argv[3] as string, Number(process.argv[4]))
