import fc from 'fast-check'
import { mapsLine } from '../maps-line.js'
import type { KernelRegion } from '../region.js'
import { addressSpace } from './address-space.js'
import { type SmapsFields, smapsFields } from './smaps-fields.js'

/** A region of smaps: the mapping, its counters in the order of printing, and its flags. */
export interface SmapsRecord {
  readonly region: KernelRegion
  /** By kernel name, in printed units (kB for most). */
  readonly counters: ReadonlyMap<string, number>
  /** Absent before Linux 3.8. */
  readonly vmFlags?: readonly string[]
}

/** A text of smaps together with what the kernel meant by it. */
export interface SmapsText {
  readonly kernel: string
  readonly bits: 32 | 64
  readonly records: readonly SmapsRecord[]
  readonly text: Uint8Array
}

const kilobytes: fc.Arbitrary<number> = fc.oneof(
  { weight: 4, arbitrary: fc.nat({ max: 100_000 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(0, 4, 99_999_999, 100_000_000, 0xfffffffe, 0xffffffff, 0x100000000, 2 ** 42),
  },
)

/** What one of the kernels of `smapsFields` prints. */
export const smapsText: fc.Arbitrary<SmapsText> = fc
  .tuple(fc.constantFrom(...smapsFields), fc.constantFrom(32 as const, 64 as const))
  .chain(([fields, bits]) =>
    addressSpace(bits, 6)
      .chain((regions) => fc.tuple(...regions.map((region) => record(fields, region))))
      .map((records) => ({
        kernel: fields.kernel,
        bits,
        records,
        text: Buffer.concat(records.map((one) => smapsRecord(one, fields, bits))),
      })),
  )

/** A region's record with counters and flags that the kernel has. */
function record(fields: SmapsFields, region: KernelRegion): fc.Arbitrary<SmapsRecord> {
  const size = Math.min(Number((region.end - region.start) / 1024n), 2 ** 47)
  const values = fields.counters.map(([label, , unit]) =>
    label === 'Size' ? fc.constant(size) : unit === '' ? fc.nat({ max: 15 }) : kilobytes,
  )
  return fc.tuple(fc.tuple(...values), fc.subarray([...(fields.vmFlags ?? [])])).map(([numbers, vmFlags]) => ({
    region,
    counters: new Map(fields.counters.map(([label], i) => [label, numbers[i] as number])),
    ...(fields.vmFlags === undefined ? {} : { vmFlags }),
  }))
}

/** The lines of one region: that of maps, a line a counter, and the flags, each followed by a blank. */
function smapsRecord({ region, counters, vmFlags }: SmapsRecord, fields: SmapsFields, bits: 32 | 64): Uint8Array {
  const lines = fields.counters.map(([label, before, unit, width]) => {
    const value = String(counters.get(label)).padStart(width)
    return `${label}:${before}${value}${unit}\n`
  })
  if (vmFlags !== undefined) lines.push(`VmFlags: ${vmFlags.map((flag) => `${flag} `).join('')}\n`)
  return Buffer.concat([mapsLine(region, bits), Buffer.from(lines.join(''))])
}
