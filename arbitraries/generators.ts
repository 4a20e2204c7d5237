import type fc from 'fast-check'
import type { KernelChoice } from './choice.js'
import { type GeneratedText, mapsTexts, smapsTexts } from './texts.js'

export type { KernelChoice } from './choice.js'
export type { GeneratedText } from './texts.js'

/** By adapter, what generates its texts. */
export const generators: Readonly<Record<string, (choice: KernelChoice) => fc.Arbitrary<GeneratedText>>> = {
  maps: mapsTexts,
  smaps: smapsTexts,
}
