import type fc from 'fast-check'
import { addressSpaces } from '../../arbitraries/address-spaces.js'
import { maps, smaps } from '../../arbitraries/texts.js'

/** What a kernel release prints of an address space that it could have. */
export interface KernelText {
  readonly release: string
  readonly dialect: '64bit' | '32bit'
  readonly maps: Uint8Array
  readonly smaps: Uint8Array
}

/** An address space that one of the releases could have, as that prints it. */
export const kernelText: fc.Arbitrary<KernelText> = addressSpaces({ maxLength: 6 }).map((space) => ({
  release: space.kernel,
  dialect: `${space.bits}bit`,
  maps: maps(space),
  smaps: smaps(space),
}))
