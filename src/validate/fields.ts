import { isObject } from './answer.js'
import type { Fault, SaidRegion } from './types.js'

/** How a field's values are held against each other: as a hexadecimal or decimal number, as text, letter by letter, or part by part. */
type Kind = 'hex' | 'decimal' | 'text' | 'letters' | 'list' | 'parts'

/** The fields of a region that a decoder is judged on; others that it says are its own affair. */
const FIELDS: Readonly<Record<string, Kind>> = {
  start: 'hex',
  end: 'hex',
  perms: 'letters',
  offset: 'hex',
  device: 'parts',
  inode: 'decimal',
  pathname: 'text',
  pathnameBase64: 'text',
  counters: 'parts',
  vmFlags: 'list',
  file: 'parts',
  extra: 'parts',
}

/** The parts that are text, or have parts of their own; all others are decimal numbers. */
const TEXT_PARTS = /^(?:file\.(?!size$|links$|rdev)|extra\.)/

/** The first thing that a decoder says of a region and that the text says otherwise, or not at all. */
export function faultOf(expected: SaidRegion, got: SaidRegion): Fault | undefined {
  for (const [name, kind] of Object.entries(FIELDS)) {
    if (name === 'pathnameBase64' && expected[name] === undefined && isSameName(expected, got)) continue
    const known = name === 'counters' ? withUnknown(expected) : expected[name]
    const fault = fieldFault(name, kind, known, got[name])
    if (fault !== undefined) return fault
  }
  return undefined
}

/** The counters, and with them the fields nobody knows whose value has a unit: who calls these counters is right too. */
function withUnknown({ counters, extra }: SaidRegion): unknown {
  if (!isObject(extra)) return counters
  const more = Object.entries(extra).flatMap(([name, value]) => {
    const [, kilobytes] = /^\s*(\d+) kB$/.exec(String(value)) ?? []
    return kilobytes === undefined ? [] : [[name, String(BigInt(kilobytes) * 1024n)]]
  })
  return { ...(isObject(counters) ? counters : {}), ...Object.fromEntries(more) }
}

/** True where the base64 of a name that needs none is that of the name. */
function isSameName({ pathname }: SaidRegion, { pathnameBase64 }: SaidRegion): boolean {
  return typeof pathnameBase64 === 'string' && Buffer.from(pathnameBase64, 'base64').toString() === pathname
}

function fieldFault(name: string, kind: Kind, expected: unknown, got: unknown): Fault | undefined {
  // What is null, absent or empty is not said.
  if (got === undefined || got === null) return undefined
  if (kind === 'parts') return partsFault(name, expected, got)
  if (expected === undefined || expected === null) {
    return got === '' || (Array.isArray(got) && got.length === 0) ? undefined : madeUp(name, got)
  }
  return isSame(kind, expected, got) ? undefined : wrong(name, expected, got)
}

function partsFault(name: string, expected: unknown, got: unknown): Fault | undefined {
  if (!isObject(got)) return expected === undefined ? madeUp(name, got) : wrong(name, expected, got)
  const known = isObject(expected) ? expected : {}
  for (const [part, value] of Object.entries(got)) {
    const path = `${name}.${part}`
    const kind = isObject(value) ? 'parts' : TEXT_PARTS.test(path) ? 'text' : 'decimal'
    const fault = fieldFault(path, kind, Object.hasOwn(known, part) ? known[part] : undefined, value)
    if (fault !== undefined) return fault
  }
  return undefined
}

function isSame(kind: Kind, expected: unknown, got: unknown): boolean {
  if (kind === 'hex' || kind === 'decimal') return numberOf(kind, expected) === numberOf(kind, got)
  // The order of flags says nothing.
  if (kind === 'list') return JSON.stringify(sorted(expected)) === JSON.stringify(sorted(got))
  if (kind === 'letters') return isSameLetters(String(expected), String(got))
  return expected === got
}

/** A letter that is `?` is not said. */
function isSameLetters(expected: string, got: string): boolean {
  return got.length === expected.length && [...got].every((letter, at) => letter === '?' || letter === expected[at])
}

function sorted(list: unknown): unknown {
  return Array.isArray(list) ? list.map(String).sort() : list
}

/** The number that is said; what is none gives itself as text, so that it equals nothing but itself. */
export function numberOf(kind: 'hex' | 'decimal', said: unknown): bigint | string {
  if (typeof said === 'number' && Number.isSafeInteger(said) && said >= 0) return BigInt(said)
  const text = String(said)
  if (kind === 'hex') return /^[0-9a-f]{1,16}$/i.test(text) ? BigInt(`0x${text}`) : text
  return /^[0-9]{1,20}$/.test(text) ? BigInt(text) : text
}

function wrong(field: string, expected: unknown, got: unknown): Fault {
  const isInexact = typeof got === 'number' && Math.abs(got) > Number.MAX_SAFE_INTEGER
  const why = isInexact ? 'a JSON number beyond 2^53 − 1, which is not exact: it is to be a string' : 'wrong'
  return { code: 'wrong-field', message: `${field} is ${why}`, field, expected: shown(expected), got: shown(got) }
}

function madeUp(field: string, got: unknown): Fault {
  return { code: 'made-up-field', message: `the text says nothing of ${field}`, field, got: shown(got) }
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
