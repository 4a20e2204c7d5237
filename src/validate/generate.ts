import fc from 'fast-check'
import { type GeneratedText, generators, type KernelChoice } from '../../arbitraries/generators.js'
import type { ExpectedView } from '../../arbitraries/said.js'
import { MemmapsError } from '../report/errors.js'

/** Says what is wrong with a reader's answer to a generated text, or undefined for nothing. */
export type FindFault = (
  text: Uint8Array,
  expected: readonly ExpectedView[],
  about: GeneratedText,
) => Promise<string | undefined>

/** What shall be generated, and how often. */
export interface GenerateOptions extends KernelChoice {
  /** `maps`, `smaps`, or another one that `generatedAdapters` names. */
  readonly adapter: string
  readonly runs: number
  /** The same seed makes the same texts; any where absent. */
  readonly seed?: number
  /** Of an earlier failure: goes straight to its smallest text. */
  readonly path?: string
  /** Milliseconds after which a failure is shrunk no further, and no further text is made. */
  readonly timeLimit?: number
  /** Told of each text that was tried. */
  readonly tried?: (runs: number, isShrinking: boolean) => void
}

/** The smallest text that was found on which a reader fails. */
export interface GeneratedFailure {
  readonly text: Uint8Array
  readonly expected: readonly ExpectedView[]
  /** What the text is of: adapter, dialect, kernel, arch. */
  readonly about: GeneratedText
  readonly fault: string
  /** How many smaller texts were found on the way to it. */
  readonly shrinks: number
}

/** What came of generated texts. */
export interface Generation {
  /** How many texts were tried until one failed, without those of the shrinking. */
  readonly runs: number
  readonly seed: number
  /** Where the failure is among the texts of the seed; absent where there is none. */
  readonly path?: string
  readonly failure?: GeneratedFailure
}

/** The adapters that texts can be generated for. */
export const generatedAdapters: readonly string[] = Object.keys(generators)

/** Tries a reader on generated texts until one fails, and makes that one as small as it goes. */
export async function generate(options: GenerateOptions, find: FindFault): Promise<Generation> {
  const { runs, seed, path, timeLimit, tried } = options
  let count = 0
  let fails = false
  const property = fc.asyncProperty(textsFor(options), async (one) => {
    if (!fails) count += 1
    tried?.(count, fails)
    const fault = await find(one.text, [one.expected], one)
    if (fault === undefined) return
    fails = true
    throw new Fault(fault)
  })
  const details = await fc.check(property, {
    numRuns: runs,
    ...(seed === undefined ? {} : { seed }),
    ...(path === undefined ? {} : { path }),
    ...(timeLimit === undefined ? {} : { interruptAfterTimeLimit: timeLimit }),
  })
  const { counterexample, counterexamplePath, errorInstance, numShrinks } = details
  const result = { runs: count, seed: details.seed }
  if (!details.failed || counterexample === null) return result
  // What is no fault of the reader is somebody else's, and no text to show.
  if (!(errorInstance instanceof Fault)) throw errorInstance
  const [about] = counterexample
  return {
    ...result,
    ...(counterexamplePath === null ? {} : { path: counterexamplePath }),
    failure: {
      text: about.text,
      expected: [about.expected],
      about,
      fault: errorInstance.message,
      shrinks: numShrinks,
    },
  }
}

/** What the reader did wrong, on its way through fast-check. */
class Fault extends Error {}

function textsFor({ adapter, ...choice }: GenerateOptions): fc.Arbitrary<GeneratedText> {
  const texts = Object.hasOwn(generators, adapter) ? generators[adapter] : undefined
  if (texts !== undefined) return texts(choice)
  throw new MemmapsError(
    'usage',
    `no texts of ${adapter} can be generated`,
    `ask for ${generatedAdapters.join(' or ')}`,
  )
}
