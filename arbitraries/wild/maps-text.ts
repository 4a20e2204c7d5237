import fc from 'fast-check'
import { mapsLine } from '../maps-line.js'
import type { KernelRegion } from '../region.js'
import { addressSpace } from './address-space.js'

/** A text of maps together with what the kernel meant by it. */
export interface MapsText {
  readonly bits: 32 | 64
  readonly regions: readonly KernelRegion[]
  readonly text: Uint8Array
}

/** What a kernel of that word size prints of a list of mappings. */
export const mapsText: fc.Arbitrary<MapsText> = fc.constantFrom(32 as const, 64 as const).chain((bits) =>
  addressSpace(bits).map((regions) => ({
    bits,
    regions,
    text: Buffer.concat(regions.map((one) => mapsLine(one, bits))),
  })),
)
