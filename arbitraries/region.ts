import fc from 'fast-check'

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
