import fc from 'fast-check'
import { name } from '../name.js'
import { type KernelRegion, perms } from '../region.js'
import { address, address32 } from './address.js'

const U64 = 0xffffffffffffffffn
const U32 = 0xffffffffn

/** What a mapping has besides its range, on a kernel of that word size. */
export function attributes(bits: 32 | 64): fc.Arbitrary<Omit<KernelRegion, 'start' | 'end'>> {
  return fc.record({
    perms,
    offset: bits === 64 ? address : address32,
    major: fc.oneof(fc.constantFrom(0, 8, 253), fc.nat({ max: 0xfff })),
    minor: fc.oneof(fc.constantFrom(0, 1, 0x1f), fc.nat({ max: 0xfffff })),
    inode: fc.oneof(
      fc.constantFrom(0n, 1n, U32),
      fc.bigInt({ min: 0n, max: bits === 64 ? U64 : U32 }),
      fc.bigInt({ min: 0n, max: 10_000_000n }),
    ),
    pathname: name,
  })
}
