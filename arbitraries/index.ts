/** Generators for tests of parsers, with fast-check: address spaces, the texts that kernels print of them, names, and damage. */
export { type AddressSpace, addressSpaces } from './address-spaces.js'
export type { KernelChoice } from './choice.js'
export { damaged } from './damage.js'
export type { Mapping } from './mapping.js'
export { pathnames } from './name.js'
export type { ExpectedView } from './said.js'
export { type GeneratedText, mapsTexts, smapsTexts } from './texts.js'
