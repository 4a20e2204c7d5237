import { UNITLESS_COUNTERS } from '../../src/model/counters.js'
import { fromBase64, shows } from './base64.js'
import { below, type Fault } from './fault.js'
import { isObject } from './rules.js'

/** An object of the right shape, as it came from JSON. */
type Checked = Readonly<Record<string, unknown>>

const lenient = new TextDecoder('utf-8', { ignoreBOM: true })

/** What is wrong with a region of the right shape, which no schema can say. */
export function meaningOfRegion(region: Checked, path: string): readonly Fault[] {
  const { pathname, pathnameBase64, counters, vmFlags, vmFlagsBase64 } = region
  const faults: Fault[] = []
  if (!showsSame(pathname, pathnameBase64)) faults.push({ code: 'bad-base64', path: below(path, 'pathnameBase64') })
  if (vmFlagsBase64 !== undefined && !showsFlags(vmFlags, vmFlagsBase64 as string)) {
    faults.push({ code: 'bad-base64', path: below(path, 'vmFlagsBase64') })
  }
  for (const [name, bytes] of Object.entries((counters ?? {}) as Record<string, string>)) {
    if (!isCount(name, BigInt(bytes))) faults.push({ code: 'bad-counter', path: below(path, `counters.${name}`) })
  }
  return faults
}

/** What is wrong with a process of the right shape, which no schema can say. */
export function meaningOfProcess({ cmdline, cmdlineBase64 }: Checked, path: string): readonly Fault[] {
  return showsSame(cmdline, cmdlineBase64) ? [] : [{ code: 'bad-base64', path: below(path, 'cmdlineBase64') }]
}

/** True when a text of the value, or a key in it, has half of a surrogate pair: that is no character, and has no bytes. */
export function hasHalves(value: unknown): boolean {
  if (typeof value === 'string') return /\p{Surrogate}/u.test(value)
  if (Array.isArray(value)) return value.some(hasHalves)
  return isObject(value) && Object.entries(value).some(hasHalves)
}

/** True for whole units of the counter's own (kB of 1024 bytes for most), no more than are exact. */
function isCount(name: string, bytes: bigint): boolean {
  const unit = UNITLESS_COUNTERS.has(name) ? 1n : 1024n
  return bytes % unit === 0n && bytes / unit <= BigInt(Number.MAX_SAFE_INTEGER)
}

function showsSame(text: unknown, base64: unknown): boolean {
  return base64 === undefined || (typeof text === 'string' && shows(text, base64 as string))
}

function showsFlags(flags: unknown, base64: string): boolean {
  const codes = lenient.decode(fromBase64(base64)).split(' ').filter(Boolean)
  return Array.isArray(flags) && codes.join(' ') === flags.join(' ')
}
