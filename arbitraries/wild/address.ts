import fc from 'fast-check'

const PAGE = 4096n
const LAST = 0xfffffffffffff000n

/** Places where parsers slip: no digits to spare, the first of nine digits, both halves of 64 bits, the gate page. */
const CORNERS: readonly bigint[] = [
  0n,
  0x1000n,
  0x400000n,
  0xfffff000n,
  0x100000000n,
  0x7ffffffff000n,
  0x800000000000n,
  0xffffffffff600000n,
  LAST,
]

/** A page-aligned address of 64 bits. */
export const address: fc.Arbitrary<bigint> = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...CORNERS) },
  { weight: 2, arbitrary: fc.bigInt({ min: 0n, max: LAST / PAGE }).map((page) => page * PAGE) },
  { weight: 3, arbitrary: fc.bigInt({ min: 0n, max: 0x7fffffffffffn / PAGE }).map((page) => page * PAGE) },
)

/** A page-aligned address of 32 bits. */
export const address32: fc.Arbitrary<bigint> = fc.bigInt({ min: 0n, max: 0xfffffn }).map((page) => page * PAGE)
