import fc from 'fast-check'
import { VM_FLAGS } from '../src/kernel/vmflags.js'
import { type KernelChoice, type KernelOn, kernels } from './choice.js'
import { gatePage } from './gate-page.js'
import { type Mapping, mapped, type Placed } from './mapping.js'
import { name } from './name.js'
import { oneOf } from './one-of.js'
import { perms } from './region.js'

/** The mappings of a process: ascending, without overlap, as that kernel on that machine could have them. */
export interface AddressSpace {
  /** The kernel's release. */
  readonly kernel: string
  /** As uname prints it. */
  readonly arch: string
  readonly bits: 32 | 64
  readonly pageSize: number
  readonly mappings: readonly Mapping[]
}

/** Where a mapping lies at least, in pages: where addresses get another digit, and where programs and libraries are. */
const PLACES = [0x10n, 0x400n, 0x8000n, 0x100000n, 0x555555554n, 0x7f0000000n, 0x7ffff0000n]

/** How many mappings there are at most where nobody says. */
export const MOST = 8

const U64 = 0xffffffffffffffffn
const U32 = 0xffffffffn

const pages = (max: bigint): fc.Arbitrary<bigint> =>
  fc.oneof(
    { withCrossShrink: true },
    { weight: 3, arbitrary: fc.bigInt({ min: 0n, max: 8n }) },
    { weight: 2, arbitrary: fc.bigInt({ min: 0n, max: max >> 10n }) },
    { weight: 1, arbitrary: fc.bigInt({ min: 0n, max }) },
  )

/** A mapping before it is known of which kernel it is, so that all of it shrinks by itself. */
const placed: fc.Arbitrary<Placed> = fc.record({
  place: oneOf([0n, 0n, 0n, 0n, 0n, 0n, 0n, ...PLACES]),
  gap: pages(1n << 27n),
  more: pages(1n << 28n),
  perms,
  major: fc.oneof(fc.constantFrom(0, 8, 253), fc.nat({ max: 0xfff })),
  minor: fc.oneof(fc.constantFrom(0, 1, 0x1f), fc.nat({ max: 0xfffff })),
  inode: fc.oneof(
    fc.bigInt({ min: 1n, max: 10_000_000n }),
    fc.constantFrom(1n, U32, U64),
    fc.bigInt({ min: 1n, max: U64 }),
  ),
  page: pages(1n << 32n),
  pathname: name,
  numbers: fc.array(fc.oneof(fc.nat({ max: 99 }), fc.nat({ max: 2 ** 31 - 1 })), { minLength: 12, maxLength: 12 }),
  flags: fc.subarray(VM_FLAGS.map(({ code }) => code)),
})

/** An address space before it is known of which kernel it is. */
export interface UnplacedSpace {
  readonly list: readonly Placed[]
  readonly pkeys: boolean
  /** The perms of the gate page; '' for none. */
  readonly gate: string
}

/** Mappings for any kernel: at least one, and at most so many. */
export function unplacedSpaces(maxLength: number): fc.Arbitrary<UnplacedSpace> {
  return fc.record({
    // Without a least length: the last of two would never go.
    list: fc.array(placed, { maxLength }).filter((list) => list.length > 0),
    pkeys: fc.boolean(),
    gate: oneOf(['', 'r-xp', '--xp']),
  })
}

/** The address space as a kernel on a machine could have it. */
export function spaceOn(on: KernelOn, { list, pkeys, gate }: UnplacedSpace): AddressSpace {
  return {
    kernel: on.release,
    arch: on.machine.arch,
    bits: on.machine.bits,
    pageSize: on.machine.pageSize,
    mappings: [...laidOut(on, list, pkeys), ...gatePage(on, gate, pkeys)],
  }
}

/** Address spaces that a chosen kernel could have; they shrink to fewer, smaller and plainer mappings. */
export function addressSpaces(choice: KernelChoice = {}): fc.Arbitrary<AddressSpace> {
  return fc
    .tuple(kernels(choice), unplacedSpaces(choice.maxLength ?? MOST))
    .map(([on, unplaced]) => spaceOn(on, unplaced))
}

/** The mappings one behind the other, as far as there are addresses for them. */
function laidOut(on: KernelOn, list: readonly Placed[], pkeys: boolean): readonly Mapping[] {
  const { pageSize, end } = on.machine
  const size = BigInt(pageSize)
  const mappings: Mapping[] = []
  let free = 0x10n
  for (const one of list) {
    const first = free + one.gap > one.place ? free + one.gap : one.place
    // A place of 64 bits is out of reach on 32: the mapping follows the one before it.
    const start = (first + 1n) * size < end ? first : free
    const last = start + 1n + one.more
    if ((start + 1n) * size > end) break
    free = last * size <= end ? last : start + 1n
    mappings.push(mapped(on, one, start * size, free * size, pkeys))
  }
  return mappings
}
