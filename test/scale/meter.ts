import { readFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import type { HeapProfiler } from 'node:inspector'

/** How much work something was. */
export interface Amount {
  /** How often functions were called and their blocks were run. */
  readonly runs: number
  /** Elements that functions without a body of ours went over: searches, copies, moves. */
  readonly elements: number
  /** Bytes on the heap, as V8's sampling tells. */
  readonly bytes: number
  /** How often each block of code was run. */
  readonly places: ReadonlyMap<string, number>
}

/** Fewer runs of one place than this are of no account. */
const FEW = 1_000

/** A place may be run a bit more than twice as often: a sort and a search in halves take n log n. */
const STEEP = 2.3

let elements = 0

/** Counts from now on the elements that searches, copies and moves of arrays go over. */
export function countNatives(): void {
  const typed = Object.getPrototypeOf(Uint8Array.prototype)
  for (const name of ['includes', 'indexOf', 'lastIndexOf']) {
    wrap(Array.prototype, name, searched)
    wrap(typed, name, searched)
    wrap(String.prototype, name, searched)
  }
  for (const name of ['splice', 'shift', 'unshift', 'concat']) wrap(Array.prototype, name, (array) => array.length)
  for (const name of ['slice', 'fill']) wrap(typed, name, (_, [from = 0, to], found) => (to as number) - (from as number) || found.length)
  wrap(typed, 'set', (_, [from]) => (from as { length: number }).length)
  wrap(typed, 'copyWithin', (array) => array.length)
}

type Sized = { readonly length: number }

function searched({ length }: Sized, [, from = 0]: readonly unknown[], found: unknown): number {
  return typeof found === 'number' && found >= 0 ? Math.abs(found - Number(from)) + 1 : length
}

function wrap(
  prototype: Record<string, unknown>,
  name: string,
  cost: (self: Sized, args: readonly unknown[], result: Sized) => number,
): void {
  const native = prototype[name] as (...args: unknown[]) => Sized
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
