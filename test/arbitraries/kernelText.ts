import fc from 'fast-check'
import { MAPPING_MARKS } from '../../src/kernel/mapping-marks.js'
import { nameInRelease, pseudoPath } from '../../src/kernel/pseudo-paths.js'
import { SMAPS_RELEASES, ZERO_OFFSETS_SINCE } from '../../src/kernel/releases.js'
import { fieldsOfKernel, type SmapsField, VM_FLAGS_SINCE } from '../../src/kernel/smaps-fields.js'
import { compareVersions, isWithin } from '../../src/kernel/version.js'
import { VM_FLAGS } from '../../src/kernel/vmflags.js'
import { addressSpace } from './addressSpace.js'
import { mapsLine } from './mapsText.js'
import type { KernelRegion } from './region.js'

/** What a kernel release prints of an address space that it could have. */
export interface KernelText {
  readonly release: string
  readonly dialect: '64bit' | '32bit'
  readonly maps: Uint8Array
  readonly smaps: Uint8Array
}

/** Releases on both sides of every change, and some between. */
const RELEASES: readonly string[] = [...SMAPS_RELEASES, '2.6.21', '3.7', '4.13', '5.8', '5.10', '5.19', '6.5', '6.12']

/** An address space that one of the releases could have, as that prints it. */
export const kernelText: fc.Arbitrary<KernelText> = fc
  .tuple(fc.constantFrom(...RELEASES), fc.constantFrom(32 as const, 64 as const))
  .chain(([release, bits]) =>
    addressSpace(bits, 6)
      .map((regions) => regions.map((region) => possible(region, release)))
      .chain((regions) =>
        fc.tuple(fc.constant(regions), fc.tuple(...regions.map((region) => below(region, release, bits)))),
      )
      .map(([regions, records]) => {
        const lines = regions.map((region) => mapsLine(region, bits))
        return {
          release,
          dialect: `${bits}bit`,
          maps: Buffer.concat(lines),
          smaps: Buffer.concat(lines.flatMap((line, at) => [line, Buffer.from(records[at] as string)])),
        }
      }),
  )

/** The region with a name and an offset that the release could have printed. */
function possible(region: KernelRegion, release: string): KernelRegion {
  const { pathname, major, minor, inode, start } = region
  const name = Buffer.from(pathname).toString('latin1')
  // The gate page lies at one place, and says what machine it is: where the vdso and the clocks are is another law then.
  const isOther = name === '[vsyscall]' || name === '[vdso]' || nameInRelease(name, release) !== name
  const isFileless = major === 0 && minor === 0 && inode === 0n
  const offset = compareVersions(release, ZERO_OFFSETS_SINCE) >= 0 ? 0n : start
  return {
    ...region,
    ...(isOther ? { pathname: new Uint8Array(0) } : {}),
    ...(isFileless ? { offset } : {}),
  }
}

/** The lines below a header: every counter of the release, those that not every record has now and then, and its flags. */
function below(region: KernelRegion, release: string, bits: 32 | 64): fc.Arbitrary<string> {
  const fields = fieldsOfKernel(release).filter(({ only }) => only !== 'rollup')
  const size = Math.min(Number((region.end - region.start) / 1024n), 2 ** 47)
  const lines = fields.map((field) => counter(field, size))
  if (compareVersions(release, VM_FLAGS_SINCE) < 0) return fc.tuple(...lines).map((all) => all.join(''))
  const codes = VM_FLAGS.filter((flag) => isWithin(release, flag) && !(flag.only64 && bits === 32)).map(
    ({ code }) => code,
  )
  const flags = fc.subarray(codes).map((some) => {
    const printed = isMarked(region, new Set(some), release) ? [] : some
    return `VmFlags: ${printed.map((code) => `${code} `).join('')}\n`
  })
  return fc.tuple(fc.tuple(...lines), flags).map(([all, last]) => all.join('') + last)
}

function counter({ name, spacings, only }: SmapsField, size: number): fc.Arbitrary<string> {
  const [spacing] = spacings
  if (spacing === undefined) throw new Error(`${name} has no spacing`)
  const { text, width, unit } = spacing
  const value = name === 'Size' ? fc.constant(size) : fc.nat({ max: unit === '' ? 1 : 200_000_000 })
  const line = value.map((number) => `${text}${String(number).padStart(width)}${unit}\n`)
  return only === undefined ? line : fc.oneof(line, fc.constant(''))
}

/** True for flags by which the mapping would be one of another release. */
function isMarked({ pathname }: KernelRegion, flags: ReadonlySet<string>, release: string): boolean {
  const name = pseudoPath(Buffer.from(pathname).toString('latin1'))?.name
  const whole = Buffer.from(pathname).toString('latin1')
  return MAPPING_MARKS.some(
    (mark) =>
      (mark.name === name || mark.name === whole) &&
      (mark.has ?? []).every((code) => flags.has(code)) &&
      !(mark.lacks ?? []).some((code) => flags.has(code)) &&
      !isWithin(release, mark),
  )
}
