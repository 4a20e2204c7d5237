import { isWithin, type Span } from '../kernel/version.js'
import { compareVersions } from '../model/version.js'
import type { Case } from './types.js'

/** Which cases are wanted; what is absent leaves all in. */
export interface Wanted {
  readonly adapters?: readonly string[]
  readonly dialects?: readonly string[]
  readonly flags?: readonly string[]
  readonly kernels?: Span
  /** Words that the id of a case begins with. */
  readonly ids?: readonly string[]
}

const VERSION = String.raw`\d+(?:\.\d+){0,2}`
const RANGE = new RegExp(`^(?:(${VERSION})|(${VERSION})?\\.\\.(${VERSION})?)$`)

/** Reads `6.1`, `5.10..6.12`, `6.1..` or `..4.4`; undefined for what is none of these, the later release first among it. */
export function parseKernelRange(text: string): Span | undefined {
  const [match, only, since = only, until = only] = RANGE.exec(text) ?? []
  if (match === undefined || (since === undefined && until === undefined)) return undefined
  if (since !== undefined && until !== undefined && compareVersions(since, until) > 0) return undefined
  return { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) }
}

/** The cases that are wanted; those of no known kernel are not, where a kernel is asked for. */
export function selectCases(cases: Iterable<Case>, wanted: Wanted): readonly Case[] {
  const { adapters, dialects, flags, kernels, ids } = wanted
  return [...cases].filter(
    (one) =>
      (adapters === undefined || adapters.includes(one.adapter)) &&
      (dialects === undefined || dialects.includes(one.dialect)) &&
      (flags === undefined || flags.some((flag) => one.flags.includes(flag))) &&
      (ids === undefined || ids.some((id) => one.id.startsWith(id))) &&
      (kernels === undefined || (one.kernel !== undefined && isWithin(one.kernel, kernels))),
  )
}
