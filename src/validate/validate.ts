import { isCaptured } from './corpus.js'
import { judge } from './judge.js'
import type { Case, Grain, Outcome, Reply } from './types.js'

/** Reads a text, and tells what became of it. */
export type Decode = (one: Case) => Promise<Reply> | Reply

/** Options of `validate`. */
export interface ValidateOptions {
  /** How many texts are read side by side. */
  readonly jobs: number
  /** What the decoder lists; `file` judges one that says each file once, as lsof does. */
  readonly grain?: Grain
  /** Goes on where a decoder fails the simplest text, or is stopped again and again. */
  readonly keepGoing?: boolean
  /** Asked between two texts: true where no more shall be read, and what is being read does not count. */
  readonly isStopped?: () => boolean
  /** Called with each outcome as it comes. */
  readonly said?: (outcome: Outcome, done: number, all: number) => void
}

/** The outcomes of a run, in the order of the cases, and why it ended before its end. */
export interface Validation {
  readonly outcomes: readonly Outcome[]
  /** How many cases there were. */
  readonly cases: number
  readonly gaveUp?: string
  /** True where somebody stopped it. */
  readonly stopped?: true
}

/** After so many stops by a limit, one upon the other, a decoder is given no more texts. */
const MOST_STOPS = 3

/** Gives every case to a decoder and judges what it says; begins with the simplest, and gives up where that fails. */
export async function validate(cases: readonly Case[], decode: Decode, options: ValidateOptions): Promise<Validation> {
  const outcomes = new Map<Case, Outcome>()
  let stops = 0
  let gaveUp: string | undefined
  const isStopped = (): boolean => options.isStopped?.() ?? false
  const run = async (one: Case): Promise<Outcome> => {
    const begun = performance.now()
    const reply = await decode(one)
    const outcome = judge(one, reply, performance.now() - begun, options.grain)
    if (isStopped()) return outcome
    outcomes.set(one, outcome)
    options.said?.(outcome, outcomes.size, cases.length)
    return outcome
  }
  const first = options.keepGoing ? [] : simplest(cases)
  for (const one of first) {
    const { verdict } = await run(one)
    if (isStopped()) break
    if (verdict !== 'pass') gaveUp = `it fails the simplest text, ${one.id}`
    if (gaveUp !== undefined) break
  }
  const rest = cases.filter((one) => !outcomes.has(one)).values()
  const lane = async (): Promise<void> => {
    for (const one of rest) {
      if (gaveUp !== undefined || isStopped()) return
      stops = wasStopped(await run(one)) ? stops + 1 : 0
      if (stops === MOST_STOPS && !options.keepGoing) gaveUp = `it was stopped at ${MOST_STOPS} texts in a row`
    }
  }
  await Promise.all(Array.from({ length: options.jobs }, lane))
  return {
    outcomes: cases.flatMap((one) => outcomes.get(one) ?? []),
    cases: cases.length,
    ...(gaveUp === undefined ? {} : { gaveUp }),
    ...(isStopped() ? { stopped: true } : {}),
  }
}

/** True where a limit on time, memory or output stopped the decoder. */
export function wasStopped({ crash }: Outcome): boolean {
  return crash === 'time' || crash === 'memory' || crash === 'output'
}

/** Of each adapter the smallest ordinary text: captured, with nothing special in it. Who fails that reads nothing. */
function simplest(cases: readonly Case[]): readonly Case[] {
  const least = new Map<string, Case>()
  for (const one of cases) {
    const had = least.get(one.adapter)
    if (isCaptured(one) || one.source !== 'captured' || one.flags.length > 0 || one.kind !== 'valid') continue
    const small = had === undefined || one.text.length < had.text.length
    if (small && one.views?.some(({ regions }) => regions.length > 0)) least.set(one.adapter, one)
  }
  return [...least.values()]
}
