import { faultOf, numberOf } from './fields.js'
import type { Fault, SaidRegion } from './types.js'

/** A region, and the process that it is of, where that is known. */
export interface Placed {
  readonly pid: number | undefined
  readonly region: SaidRegion
}

/** A fault, and the region of the text that it is of. */
export interface FoundFault {
  readonly fault: Fault
  readonly region?: SaidRegion
}

/** Finds for each region that is said one of the text that it can be: each of the text once, whatever their order. */
export class Matcher {
  /** What was said of the regions of the text, by their indexes. */
  readonly #said: Map<number, Placed> = new Map()
  readonly #places: ReadonlyMap<string, readonly number[]>

  constructor(
    readonly expected: readonly Placed[],
    /** True where a region may be said again, or stand for several: a file that is mapped in parts. */
    readonly again: boolean,
  ) {
    const places = new Map<string, number[]>()
    for (const [index, { region }] of expected.entries()) {
      const there = places.get(placeOf(region))
      if (there === undefined) places.set(placeOf(region), [index])
      else there.push(index)
    }
    this.#places = places
  }

  /** The index of the first region that was not said; −1 for none. */
  get missing(): number {
    return this.expected.findIndex((_, at) => !this.#said.has(at))
  }

  /** What is wrong with the region that was said; undefined where one of the text is as it says. */
  match(said: Placed, index: number): FoundFault | undefined {
    const got = said.region
    const unknown = this.#unknown(got, index)
    if (unknown !== undefined)
      return { fault: { code: 'unidentified-region', message: unknown, got: JSON.stringify(got) } }
    const there = this.#candidates(got)
    if (this.#seat(said, there, new Set())) return undefined
    const free = there.filter((at) => this.#isFree(at))
    if (free.length > 0) return this.#nearest(said, free)
    const known = there.length === 0 ? 'is not in the text' : 'is said more often than it is in the text'
    const message = `region number ${index + 1} ${known}`
    return { fault: { code: 'made-up-region', message, got: JSON.stringify(got) } }
  }

  /** Why nobody can tell which region is meant. */
  #unknown(got: SaidRegion, index: number): string | undefined {
    if (tellsNothing(got) && !this.expected.some(({ region }) => tellsNothing(region))) {
      return `nothing tells which region number ${index + 1} is: it has no start, pathname, inode or counters`
    }
    if (placeOf(got) !== '' || this.#candidates(got).length > 0 || this.expected.length === 0) return undefined
    return `region number ${index + 1} says no start: nothing tells which one of the text it is`
  }

  /** The regions of the text that it may be: one without a start may be any, where files are listed. */
  #candidates(got: SaidRegion): readonly number[] {
    const place = placeOf(got)
    return this.#places.get(place) ?? (place === '' && this.again ? [...this.expected.keys()] : [])
  }

  #isFree(at: number): boolean {
    return this.again || !this.#said.has(at)
  }

  /** Gives it a region that is as it says; where those are taken, one that another can leave, for it says less. */
  #seat(said: Placed, there: readonly number[], tried: Set<number>): boolean {
    const fits = (at: number): boolean => faultBetween(this.expected[at] as Placed, said) === undefined
    let at = there.find((one) => this.#isFree(one) && fits(one))
    at ??= there.find((one) => {
      const holder = this.#said.get(one)
      if (holder === undefined || tried.has(one) || !fits(one)) return false
      tried.add(one)
      return this.#seat(holder, there, tried)
    })
    if (at !== undefined) this.#said.set(at, said)
    return at !== undefined
  }

  /** The fault between it and the region with which it has most in common. */
  #nearest(said: Placed, free: readonly number[]): FoundFault {
    const common = (at: number): number => {
      const { region } = this.expected[at] as Placed
      return Object.entries(said.region).filter(([name, value]) => faultOf(region, { [name]: value }) === undefined)
        .length
    }
    let nearest = free[0] as number
    if (free.length > 1) for (const at of free) if (common(at) > common(nearest)) nearest = at
    const placed = this.expected[nearest] as Placed
    const fault = faultBetween(placed, said) as Fault
    return { fault: { ...fault, message: `region ${nearest + 1}: ${fault.message}` }, region: placed.region }
  }
}

/** Where a region stands: its start; of one without addresses, nothing tells but its other fields. */
function placeOf({ start }: SaidRegion): string {
  return start === undefined || start === null ? '' : String(numberOf('hex', start))
}

/** True for a region that nothing tells from another; a few texts have such ones. */
function tellsNothing({ start, pathname, inode, counters }: SaidRegion): boolean {
  return [start, pathname, inode, counters].every((one) => one === undefined || one === null)
}

function faultBetween(expected: Placed, got: Placed): Fault | undefined {
  return faultOf(expected.region, got.region) ?? pidFault(expected.pid, got.pid)
}

function pidFault(expected: number | undefined, got: number | undefined): Fault | undefined {
  if (got === undefined || expected === undefined || got === expected) return undefined
  return { code: 'wrong-field', message: 'pid is wrong', field: 'pid', expected: `${expected}`, got: `${got}` }
}
