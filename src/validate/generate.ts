import fc from 'fast-check'
import type { KernelChoice } from '../../arbitraries/choice.js'
import { type GeneratedText, mapsTexts, smapsTexts } from '../../arbitraries/texts.js'
import { lsofCalls, pmapCalls, type ToolCall } from '../../arbitraries/tool-runs.js'
import { MemmapsError } from '../report/errors.js'
import { toolText } from './tool-text.js'
import type { Generated } from './types.js'

/** Says what is wrong with a reader's answer to a generated text, or undefined for nothing. */
export type FindFault = (one: Generated) => Promise<string | undefined>

/** What shall be generated, and how often. */
export interface GenerateOptions extends KernelChoice {
  /** One of those that `generatedAdapters` names. */
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

/** By adapter, what makes its texts: those of the kernel's own of the address space, those of tools by their rules. */
const generators: Readonly<Record<string, (choice: KernelChoice) => fc.Arbitrary<Generated>>> = {
  maps: (choice) => mapsTexts(choice).map(ofKernel),
  smaps: (choice) => smapsTexts(choice).map(ofKernel),
  lsof: (choice) => lsofCalls(choice).map((call) => ofTool('lsof', call)),
  pmap: (choice) => pmapCalls(choice).map((call) => ofTool('pmap', call)),
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
    const fault = await find(one)
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
    failure: { about, fault: errorInstance.message, shrinks: numShrinks },
  }
}

/** What the reader did wrong, on its way through fast-check. */
class Fault extends Error {}

function textsFor({ adapter, ...choice }: GenerateOptions): fc.Arbitrary<Generated> {
  const texts = Object.hasOwn(generators, adapter) ? generators[adapter] : undefined
  if (texts !== undefined) return texts(choice)
  throw new MemmapsError(
    'usage',
    `no texts of ${adapter} can be generated`,
    `ask for ${generatedAdapters.join(' or ')}`,
  )
}

function ofKernel({ expected, ...one }: GeneratedText): Generated {
  return { ...one, views: [expected] }
}

function ofTool(adapter: 'lsof' | 'pmap', { run, processes }: ToolCall): Generated {
  const { kernel = '', arch = '' } = processes[0]?.space ?? {}
  const { words, version, locale } = run
  return { adapter, kernel, arch, tool: { version, words, locale }, ...toolText(adapter, processes, run) }
}
