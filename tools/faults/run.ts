import { Dice } from './dice.js'
import { type Judgement, judge } from './judge.js'
import { KINDS, type Kind, type Mutation, mutate } from './mutation.js'
import type { Subject, Text } from './subject.js'

/** One fault, and what became of it. */
export interface Trial extends Judgement {
  /** Does this one again. */
  readonly seed: number
  readonly capture: string
  readonly kind: Kind
  /** The file with the fault, and the one beside it. */
  readonly faulty: string
  readonly other: string
  /** The same as views: `maps`, `pmap:x`. */
  readonly pair: readonly [string, string]
}

/** Options of a run. */
export interface RunOptions {
  readonly seed: number
  readonly count: number
  readonly onTrial?: (trial: Trial, done: number) => void
}

/** A fault in a text of a capture, and the text that it stands beside. */
export interface Fault {
  readonly text: Text
  readonly other: Text
  readonly mutation: Mutation
}

/** How many draws there are for each fault at most: not every text can have every fault. */
const DRAWS = 50

/** Puts faults into the texts of captures, one at a time, kind after kind, and judges each. */
export function runFaults(subjects: readonly Subject[], { seed, count, onTrial }: RunOptions): Trial[] {
  const trials: Trial[] = []
  for (let at = seed; trials.length < count && at < seed + count * DRAWS; at++) {
    const fault = faultOf(subjects, at)
    if (fault === undefined) continue
    const { text, other, mutation } = fault
    const trial: Trial = {
      ...judge(text, other, mutation),
      seed: at,
      capture: text.subject.name,
      kind: mutation.kind,
      faulty: text.captured.file,
      other: other.captured.file,
      pair: [text.name, other.name],
    }
    trials.push(trial)
    onTrial?.(trial, trials.length)
  }
  return trials
}

/** The fault that a seed stands for; undefined where the text that it picks cannot have it. */
export function faultOf(subjects: readonly Subject[], seed: number): Fault | undefined {
  const dice = new Dice(seed)
  const kind = KINDS[seed % KINDS.length] as Kind
  const rich = subjects.filter(({ views }) => views.length >= RICH)
  const subject = dice.pick(rich.length > 0 && dice.below(4) > 0 ? rich : subjects)
  const text = oneOf(subject, dice)
  const other = oneOf(subject, dice)
  const stranger = dice.pick(subjects)
  const others = stranger === subject ? [] : stranger.texts.filter(({ name }) => name === text.name)
  if (text === other) return undefined
  const mutation = mutate(kind, text, others, dice)
  return mutation && { text, other, mutation }
}

/** Most captures are of small processes, with few views: those with more than so many are picked more often. */
const RICH = 7

/** A text of one of the views, each view as likely as any other. */
function oneOf({ texts, views }: Subject, dice: Dice): Text {
  const name = dice.pick(views)
  return dice.pick(texts.filter((each) => each.name === name))
}
