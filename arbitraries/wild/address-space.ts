import fc from 'fast-check'
import type { KernelRegion } from '../region.js'
import { address, address32 } from './address.js'
import { attributes } from './attributes.js'

/** Mappings of any addresses and values, which no one kernel need have: ascending, without overlap, at least one page each. */
export function addressSpace(bits: 32 | 64, maxLength = 12): fc.Arbitrary<readonly KernelRegion[]> {
  const place = bits === 64 ? address : address32
  return fc
    .uniqueArray(place, { minLength: 2, maxLength: maxLength * 2 })
    .map((edges) => [...edges].sort((a, b) => (a < b ? -1 : 1)))
    .chain((edges) => {
      const count = Math.floor(edges.length / 2)
      return fc
        .array(attributes(bits), { minLength: count, maxLength: count })
        .map((list) =>
          list.map((rest, i) => ({ start: edges[2 * i] as bigint, end: edges[2 * i + 1] as bigint, ...rest })),
        )
    })
}
