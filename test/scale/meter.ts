import fs from 'node:fs'
import type { HeapProfiler } from 'node:inspector'
import { Session } from 'node:inspector/promises'

/** How much work something was. */
export interface Amount {
  /** How often functions were called and their blocks were run. */
  readonly runs: number
  /** Elements that functions without a body of ours went over: searches, copies, moves. */
  readonly elements: number
  /** Bytes on the heap, as V8's sampling tells. */
  readonly bytes: number
  /** Calls of what reads files and asks about them. */
  readonly calls: number
  /** How often each block of code was run. */
  readonly places: ReadonlyMap<string, number>
}

/** A place that is run this much more often for twice as many rows is not in n log n either. */
const STEEP = 3

let elements = 0
let calls = 0

/** Counts from now on the elements that searches, copies and moves of arrays go over, and the calls of the file system. */
export function countNatives(): void {
  const typed = Object.getPrototypeOf(Uint8Array.prototype)
  for (const name of ['includes', 'indexOf', 'lastIndexOf']) {
    wrap(Array.prototype, name, searched)
    wrap(typed, name, searched)
    wrap(String.prototype, name, searched)
  }
  for (const name of ['splice', 'shift', 'unshift', 'concat']) wrap(Array.prototype, name, (array) => array.length)
  wrap(typed, 'slice', (_, __, copy) => copy.length)
  wrap(typed, 'fill', ({ length }, [, from = 0, to = length]) => (to as number) - (from as number))
  wrap(typed, 'set', (_, [from]) => (from as { length: number }).length)
  wrap(typed, 'copyWithin', (array) => array.length)
  countCalls()
}

function countCalls(): void {
  for (const name of Object.keys(fs)) {
    if (!name.endsWith('Sync')) continue
    const native = Reflect.get(fs, name) as (...args: unknown[]) => unknown
    Reflect.set(fs, name, (...args: unknown[]) => {
      calls += 1
      return native.apply(fs, args)
    })
  }
}

type Sized = { readonly length: number }

function searched({ length }: Sized, [, from = 0]: readonly unknown[], found: unknown): number {
  return typeof found === 'number' && found >= 0 ? Math.abs(found - Number(from)) + 1 : length
}

function wrap(
  prototype: object,
  name: string,
  cost: (self: Sized, args: readonly unknown[], result: Sized) => number,
): void {
  const native = Reflect.get(prototype, name) as (...args: unknown[]) => Sized
  Object.defineProperty(prototype, name, {
    configurable: true,
    writable: true,
    value(this: Sized, ...args: unknown[]) {
      const result = native.apply(this, args)
      elements += cost(this, args, result)
      return result
    },
  })
}

/** Counts what a program's own code does, once it is loaded after `start`. */
export class Meter {
  readonly #session = new Session()
  readonly #text: string

  constructor(readonly path: string) {
    this.#text = fs.readFileSync(path, 'utf8')
  }

  async start(): Promise<void> {
    this.#session.connect()
    await this.#session.post('Profiler.enable')
    await this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  }

  /** Does a work, and tells how much it was. */
  async amountOf(work: () => unknown): Promise<Amount> {
    await this.#session.post('HeapProfiler.startSampling', {
      samplingInterval: 1 << 12,
      includeObjectsCollectedByMajorGC: true,
      includeObjectsCollectedByMinorGC: true,
    })
    await this.#session.post('Profiler.takePreciseCoverage')
    const before = { elements, calls }
    work()
    const now = { elements: elements - before.elements, calls: calls - before.calls }
    const { result } = await this.#session.post('Profiler.takePreciseCoverage')
    const { profile } = await this.#session.post('HeapProfiler.stopSampling')
    const places = new Map<string, number>()
    let runs = 0
    const functions = result.find(({ url }) => url.endsWith(this.path))?.functions ?? []
    for (const { functionName, ranges } of functions) {
      for (const { startOffset, endOffset, count } of ranges) {
        runs += count
        places.set(`${functionName} ${startOffset} ${endOffset}`, count)
      }
    }
    return { runs, ...now, bytes: sizeOf(profile.head), places }
  }

  /** The places that ran at least `few` times, and much more than twice as often; the worst first. */
  steeper(once: Amount, twice: Amount, few: number): readonly string[] {
    const worst: [number, string][] = []
    for (const [place, count] of twice.places) {
      const before = once.places.get(place)
      if (before === undefined || count < few || count < STEEP * before) continue
      const [name, from] = place.split(' ') as [string, string]
      const line = this.#text.slice(Number(from), Number(from) + 60).split('\n', 1)
      worst.push([count, `${name}: ${before} -> ${count}: ${line}`])
    }
    return worst.sort(([a], [b]) => b - a).map(([, what]) => what)
  }
}

function sizeOf({ selfSize, children }: HeapProfiler.SamplingHeapProfileNode): number {
  return children.reduce((sum, child) => sum + sizeOf(child), selfSize)
}
