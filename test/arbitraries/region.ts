import fc from 'fast-check'
import { address, address32 } from './address.js'
import { name } from './name.js'

/** A mapping as the kernel holds it: every field that a line of maps has. */
export interface KernelRegion {
  readonly start: bigint
  /** One past the last byte. // exclusive */
  readonly end: bigint
  readonly perms: string
  readonly offset: bigint
  readonly major: number
  readonly minor: number
  readonly inode: bigint
  readonly pathname: Uint8Array
}

const sharing: fc.Arbitrary<string> = fc.constantFrom('p', 'p', 'p', 's')

/** Four characters of perms. */
export const perms: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('r', '-'), fc.constantFrom('w', '-'), fc.constantFrom('x', '-'), sharing)
  .map((letters) => letters.join(''))

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
