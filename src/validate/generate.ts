import fc from 'fast-check'
import type { KernelChoice } from '../../arbitraries/choice.js'
import { type GeneratedText, mapsTexts, smapsTexts } from '../../arbitraries/texts.js'
import { type GeneratedToolText, lsofTexts, pmapTexts } from '../generated/tool-texts.js'
import type { ToolChoice } from '../generated/ways.js'
import { MemmapsError } from '../report/errors.js'
import type { Generated } from './types.js'

/** Says what is wrong with a reader's answer to a generated text, or undefined for nothing. */
export type FindFault = (one: Generated) => Promise<string | undefined>

/** What shall be generated, and how often. */
export interface GenerateOptions extends KernelChoice {
  /** One of those that `generatedAdapters` names. */
  readonly adapter: string
  /** Texts in these dialects alone; in all where absent. */
  readonly dialects?: readonly string[]
  readonly runs: number
  /** The same seed makes the same texts; any where absent. */
  readonly seed?: number
  /** Of an earlier failure: goes straight to its smallest text. */
  readonly path?: string
  /** Milliseconds after which a failure is made no smaller: a minute where absent. */
  readonly timeLimit?: number
  /** Asked after the first failure: true where it need not be made smaller. */
  readonly isSmallEnough?: () => boolean
  /** Asked before and behind each text: true where no more shall be tried. */
  readonly isStopped?: () => boolean
  /** Told of each text that was tried. */
  readonly tried?: (runs: number, isShrinking: boolean) => void
}

/** The smallest text that was found on which a reader fails. */
export interface GeneratedFailure {
  readonly about: Generated
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

/** How long a failure is made smaller, in milliseconds. */
const SHRINKING = 60_000

/** After so many texts in other dialects, one upon the other, those that are wanted are none that is made. */
const MOST_OTHERS = 2000

/** By adapter, what makes its texts: those of the kernel's own of the address space, those of tools by their rules. */
const generators: Readonly<Record<string, (choice: ToolChoice) => fc.Arbitrary<Generated>>> = {
  maps: ({ dialect, ...choice }) => only(dialect, mapsTexts(choice).filter(isPlainlyMaps).map(ofKernel)),
  smaps: ({ dialect, ...choice }) => only(dialect, smapsTexts(choice).map(ofKernel)),
  lsof: (choice) => lsofTexts(choice).map(ofTool),
  pmap: (choice) => pmapTexts(choice).map(ofTool),
}

/** The adapters that texts can be generated for. */
export const generatedAdapters: readonly string[] = Object.keys(generators)

/** Tries a reader on generated texts until one fails, and makes that one as small as it goes. */
export async function generate(options: GenerateOptions, find: FindFault): Promise<Generation> {
  const { runs, seed, path, timeLimit = SHRINKING, isSmallEnough, isStopped, tried } = options
  let count = 0
  let fails = false
  const property = fc.asyncProperty(textsFor(options), async (one) => {
    if (isStopped?.()) return
    tried?.(fails ? count : count + 1, fails)
    const fault = await find(one)
    // What was being tried when somebody stopped it tells nothing.
    if (isStopped?.()) return
    if (!fails) count += 1
    if (fault === undefined) return
    fails = true
    throw new Fault(fault)
  })
  const from = { ...(seed === undefined ? {} : { seed }), ...(path === undefined ? {} : { path }) }
  let details = await fc.check(property, { ...from, numRuns: runs, endOnFailure: true })
  const result = { runs: count, seed: details.seed }
  if (details.failed && details.errorInstance instanceof Fault && !isSmallEnough?.()) {
    const again = { seed: details.seed, path: details.counterexamplePath as string, numRuns: 1 }
    const smaller = await fc.check(property, { ...again, interruptAfterTimeLimit: timeLimit })
    // A reader that fails now and then may pass this time.
    if (smaller.failed && smaller.counterexample !== null) details = smaller
  }
  const { counterexample, counterexamplePath, errorInstance, numShrinks } = details
  if (!details.failed || counterexample === null) return result
  // What is no fault of the reader is somebody else's, and no text to show.
  if (!(errorInstance instanceof Fault)) throw errorInstance
  const [about] = counterexample
  return {
    ...result,
    ...(counterexamplePath === null ? {} : { path: counterexamplePath }),
    failure: { about, fault: errorInstance.message, shrinks: numShrinks },
  }
}

/** What the reader did wrong, on its way through fast-check. */
class Fault extends Error {}

function textsFor({ adapter, dialects, ...choice }: GenerateOptions): fc.Arbitrary<Generated> {
  const texts = Object.hasOwn(generators, adapter) ? generators[adapter] : undefined
  if (texts === undefined) {
    throw new MemmapsError(
      'usage',
      `no texts of ${adapter} can be generated`,
      `ask for ${generatedAdapters.join(' or ')}`,
    )
  }
  return texts({ ...choice, ...(dialects === undefined ? {} : { dialect: dialects }) })
}

/** The texts in these dialects alone. */
function only(dialect: ToolChoice['dialect'], texts: fc.Arbitrary<Generated>): fc.Arbitrary<Generated> {
  if (dialect === undefined) return texts
  const wanted = [dialect].flat()
  let others = 0
  const seen = new Set<string>()
  return texts.filter((one) => {
    seen.add(one.dialect)
    others = wanted.includes(one.dialect) ? 0 : others + 1
    if (others < MOST_OTHERS) return others === 0
    const next = `ask for one of ${[...seen].sort().join(', ')}`
    throw new MemmapsError('usage', `no texts of ${one.adapter} in ${wanted.join(', ')} are made up`, next)
  })
}

/** False where each line ends in CR, as a name may: nobody can tell that from lines that end in CR LF. */
function isPlainlyMaps({ text }: GeneratedText): boolean {
  return Buffer.from(text)
    .toString('latin1')
    .split('\n')
    .some((line) => line !== '' && !line.endsWith('\r'))
}

function ofKernel({ expected, ...one }: GeneratedText): Generated {
  return { ...one, views: [expected] }
}

function ofTool({ expected, ...one }: GeneratedToolText): Generated {
  return { ...one, views: expected.views }
}
