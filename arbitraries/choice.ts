import type fc from 'fast-check'
import { NEWEST_RELEASE, smapsReleases } from '../src/kernel/releases.js'
import { isWithin, type Span } from '../src/kernel/version.js'
import { compareVersions } from '../src/model/version.js'
import { MemmapsError } from '../src/report/errors.js'
import { MACHINES, type Machine, machinesOf } from './machine.js'
import { oneOf } from './one-of.js'

/** Of which kernels address spaces and texts are wanted. */
export interface KernelChoice {
  /** A release, `6.12`, or a span of them, both ends in it; any that is known where absent. */
  readonly kernel?: string | Span
  /** As uname prints it: `x86_64`, `i686`, `aarch64`, `armv7l`, `riscv64`, `s390x`, `ppc64le`, `mips64`; any where absent. */
  readonly arch?: string
  /** How many mappings there are at most: 8 where absent. */
  readonly maxLength?: number
}

/** A release on a machine. */
export interface KernelOn {
  readonly release: string
  readonly machine: Machine
}

/** Releases on both sides of every change, and some between. */
const RELEASES: readonly string[] = [
  ...new Set([...smapsReleases(), '2.6.21', '3.7', '4.13', '5.8', '5.10', '5.19', '6.5', '6.12']),
].sort(compareVersions)

/** One of the kernels that are wanted; shrinks to the newest one on x86_64. */
export function kernels({ kernel = {}, arch }: KernelChoice): fc.Arbitrary<KernelOn> {
  const releases = typeof kernel === 'string' ? [kernel] : releasesIn(kernel)
  const known = { since: RELEASES[0] as string, until: NEWEST_RELEASE }
  if (releases.length === 0 || !releases.every((release) => /^\d/.test(release) && isWithin(release, known))) {
    const message = `no kernel that is known is ${typeof kernel === 'string' ? kernel : spanText(kernel)}`
    throw new MemmapsError('usage', message, `ask for releases from ${known.since} to ${known.until}`)
  }
  if (arch !== undefined && !MACHINES.some((machine) => machine.arch === arch)) {
    const next = `ask for one of ${MACHINES.map((machine) => machine.arch).join(', ')}`
    throw new MemmapsError('usage', `no address spaces are made for ${arch}`, next)
  }
  const all = releases.flatMap((release) => machinesOf(release).map((machine) => ({ release, machine })))
  const fitting = all.filter(({ machine }) => arch === undefined || machine.arch === arch)
  if (fitting.length === 0) {
    const message = `Linux ${releases.at(-1)} does not run on ${arch}`
    throw new MemmapsError('usage', message, 'ask for a later release')
  }
  return oneOf(fitting.sort((a, b) => compareVersions(b.release, a.release)))
}

/** The releases in a span, at least the one at an end of it. */
function releasesIn(span: Span): readonly string[] {
  const within = RELEASES.filter((release) => isWithin(release, span))
  const ends = [span.since, span.until].filter((release) => release !== undefined)
  return within.length > 0 ? within : ends.filter((release) => isWithin(release, span))
}

function spanText({ since = '', until = '' }: Span): string {
  return since === until ? since : `${since}..${until}`
}
