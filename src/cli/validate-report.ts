import type { KnownTally } from '../validate/known-failures.js'
import type { Validation } from '../validate/validate.js'
import type { Colors } from './colors.js'

/** What a run of `memmaps validate` has to say. */
export interface ValidationReport {
  /** The command; absent for our own parser. */
  readonly decoder: string | undefined
  /** Where the text of the first failure is; absent where it is not kept. */
  readonly save?: string | undefined
  readonly validation: Validation
  readonly failures: KnownTally
  readonly colors: Colors
  /** Shows every failure, and every group. */
  readonly all: boolean
}

/** The decoder's name for people. */
export function decoderName({ decoder }: Pick<ValidationReport, 'decoder'>): string {
  return decoder ?? 'memmaps'
}
