/** Generators for tests of parsers: address spaces, the texts that kernels and tools print of them, names, and damage. */
export * from '../../arbitraries/index.js'
export { type GeneratedToolText, lsofTexts, pmapTexts, type ToolView } from './tool-texts.js'
export type { ToolChoice } from './ways.js'
