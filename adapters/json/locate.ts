import { JsonCursor } from '../../src/scan/json-cursor.js'
import { type JsonPath, JsonWalk } from '../../src/scan/json-walk.js'
import type { Fault } from './fault.js'

const LONGEST_SHOWN = 60

/** Where things stand in a JSON text, in bytes. */
export interface Places {
  /** The first byte that no JSON has here; −1 for good JSON. */
  readonly fault: number
  /** Of each view, where its regions begin. */
  readonly regions: readonly (readonly number[])[]
  /** Of each view, where its totals begin. */
  readonly totals: readonly (readonly number[])[]
}

/** Finds the regions and totals of every view, and the first place at which the text is no JSON. */
export function placesOf(bytes: Uint8Array, from: number): Places {
  const regions: number[][] = []
  const totals: number[][] = []
  let many = false
  const fault = walkText(bytes, from, (walk, at) => {
    const { depth, index } = walk
    if (index < 0 || !(depth === 2 || (many && depth === 4))) return
    const path = walk.path()
    if (depth === 2 && path[0] === 'views') many = true
    const view = depth === 4 && path[0] === 'views' ? (path[1] as number) : 0
    const key = path[depth - 2]
    if (key !== 'regions' && key !== 'totals') return
    const lists = key === 'regions' ? regions : totals
    // A key that stands twice counts the second time, as for JSON.parse.
    if (index === 0) lists[view] = []
    const list = lists[view] as number[]
    list.push(at)
  })
  return { fault, regions, totals }
}

/** The place of each fault's value, or of the value around it where it has none of its own. */
export function placesOfFaults(bytes: Uint8Array, from: number, faults: readonly Fault[]): ReadonlyMap<string, number> {
  const wanted = new Set(faults.map(({ path }) => path))
  const found = new Map<string, number>()
  walkText(bytes, from, (walk, at) => {
    const path = pathText(walk.path())
    if (wanted.has(path)) found.set(path, at)
  })
  return found
}

/** Where a value that begins at `at` ends, or is long enough to be shown. */
export function endOfValue(bytes: Uint8Array, at: number, to: number): number {
  let until = at
  while (until < to && until < at + LONGEST_SHOWN && !isEnd(bytes[until] as number)) until++
  return until
}

/** Walks a text that is one value; gives the place of its first fault, or −1. */
function walkText(bytes: Uint8Array, from: number, visit: (walk: JsonWalk, at: number) => void): number {
  const cursor = new JsonCursor(bytes, 'text')
  cursor.at = from
  const walk = new JsonWalk(cursor)
  if (!walk.past((at) => visit(walk, at))) return cursor.at
  cursor.blanks()
  return cursor.at === bytes.length ? -1 : cursor.at
}

/** True for the bytes that end a value: comma and closing brackets. */
function isEnd(byte: number): boolean {
  return byte === 0x2c || byte === 0x5d || byte === 0x7d
}

function pathText(path: JsonPath): string {
  let text = ''
  for (const step of path) text += typeof step === 'number' ? `[${step}]` : text === '' ? step : `.${step}`
  return text
}
