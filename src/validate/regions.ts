import { faultOf, numberOf } from './fields.js'
import { lineOf } from './line-of.js'
import type { Answer, Case, Fault, SaidRegion, SaidView } from './types.js'

/** How many of the regions must be said: all, those that could be read, or each file that is there at least once. */
export type HowMany = 'all' | 'some' | 'files'

/** A region, and the process that it is of, where that is known. */
interface Placed {
  readonly pid: number | undefined
  readonly region: SaidRegion
}

/** What is wrong with the regions of an answer, and not excused: one that is not in the text, says a field otherwise, or is missing. */
export function regionsFault(
  { text, views }: Pick<Case, 'text' | 'views'>,
  answer: Answer,
  wanted: HowMany,
  excuse: (got: SaidRegion, fault: Fault) => boolean = () => false,
): Fault | undefined {
  const expected = flat(views ?? [], answer.bare)
  const matcher = new Matcher(text, expected, wanted === 'files')
  const said = flat(answer.views, answer.bare)
  for (const [index, got] of said.entries()) {
    const fault = matcher.match(got, index)
    if (fault !== undefined && !excuse(got.region, fault)) return fault
  }
  if (wanted === 'some') return undefined
  const missing =
    wanted === 'all'
      ? expected.findIndex((_, at) => !matcher.matched.has(at))
      : said.length > 0
        ? -1
        : expected.findIndex(({ region }) => isFile(region))
  if (missing < 0) return undefined
  const { region } = expected[missing] as Placed
  const message = `region ${missing + 1} of ${expected.length} is missing`
  return { code: 'missing-region', message, expected: JSON.stringify(region), ...inLine(text, region) }
}

function inLine(text: Uint8Array, region: SaidRegion): Pick<Fault, 'line'> {
  const line = lineOf(text, region)
  return line === undefined ? {} : { line }
}

function flat(views: readonly SaidView[], bare: boolean): readonly Placed[] {
  return views.flatMap(({ process, regions }) =>
    regions.map((region) => ({ region, pid: bare ? undefined : process?.pid })),
  )
}

function isFile({ inode, pathname }: SaidRegion): boolean {
  return inode !== undefined && inode !== '0' && String(pathname).startsWith('/')
}

/** Where a region stands: its start; of one without addresses, nothing tells but its other fields. */
function placeOf({ start }: SaidRegion): string {
  return start === undefined || start === null ? '' : String(numberOf('hex', start))
}

/** True for a region that nothing tells from another; a few texts have such ones. */
function tellsNothing({ start, pathname, inode, counters }: SaidRegion): boolean {
  return [start, pathname, inode, counters].every((one) => one === undefined || one === null)
}

/** Finds for each region that is said one of the text that it can be: each of the text once, whatever their order. */
class Matcher {
  /** Indexes of the regions that were said. */
  readonly matched: Set<number> = new Set()
  readonly #expected: readonly Placed[]
  readonly #places: ReadonlyMap<string, readonly number[]>
  /** True where a region may be said again, or stand for several: a file that is mapped in parts. */
  readonly #again: boolean

  constructor(
    readonly text: Uint8Array,
    expected: readonly Placed[],
    again: boolean,
  ) {
    this.#expected = expected
    this.#again = again
    const places = new Map<string, number[]>()
    for (const [index, { region }] of expected.entries()) {
      const there = places.get(placeOf(region))
      if (there === undefined) places.set(placeOf(region), [index])
      else there.push(index)
    }
    this.#places = places
  }

  /** What is wrong with the region that was said; undefined where one of the text is as it says. */
  match({ region: got, pid }: Placed, index: number): Fault | undefined {
    const place = placeOf(got)
    if (tellsNothing(got) && !this.#expected.some(({ region }) => tellsNothing(region))) {
      const message = `nothing tells which region number ${index + 1} is: it has no start, pathname, inode or counters`
      return { code: 'unidentified-region', message, got: JSON.stringify(got) }
    }
    // One without a start may be any, where files are listed.
    const there = this.#places.get(place) ?? (place === '' && this.#again ? [...this.#expected.keys()] : [])
    const free = there.filter((at) => this.#again || !this.matched.has(at))
    if (there.length === 0 && place === '' && this.#expected.length > 0) {
      const message = `region number ${index + 1} says no start: nothing tells which one of the text it is`
      return { code: 'unidentified-region', message, got: JSON.stringify(got) }
    }
    if (free.length === 0) {
      const known = there.length === 0 ? 'is not in the text' : 'is said more often than it is in the text'
      return { code: 'made-up-region', message: `region number ${index + 1} ${known}`, got: JSON.stringify(got) }
    }
    return this.#firstFault(free, got, pid)
  }

  #firstFault(free: readonly number[], got: SaidRegion, pid: number | undefined): Fault | undefined {
    let first: Fault | undefined
    for (const at of free) {
      const { region, pid: owner } = this.#expected[at] as Placed
      const fault = faultOf(region, got) ?? pidFault(owner, pid)
      if (fault === undefined) {
        this.matched.add(at)
        return undefined
      }
      first ??= { ...fault, message: `region ${at + 1}: ${fault.message}`, ...inLine(this.text, region) }
    }
    return first
  }
}

function pidFault(expected: number | undefined, got: number | undefined): Fault | undefined {
  if (got === undefined || expected === undefined || got === expected) return undefined
  return { code: 'wrong-field', message: 'pid is wrong', field: 'pid', expected: `${expected}`, got: `${got}` }
}
