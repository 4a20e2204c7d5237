import type { Facts, View } from '../../src/adapter.js'
import { foundFacts, listsDeletedAlone } from './found.js'
import { mirrored, rowsBehind } from './mirror.js'
import { movedFacts } from './moved-facts.js'
import type { Mutation, Step } from './mutation.js'
import { spreadOut } from './spread.js'
import type { Text } from './subject.js'

/** An address space, and what the file system said: what tools could have looked at. */
export interface World {
  readonly space: View
  readonly facts: Facts
}

/** The worlds of which a text with a fault might be true beside another one, the likeliest first. */
export function* worldsFor(text: Text, other: Text, mutated: View, { step }: Mutation): Generator<World> {
  const { subject } = text
  const { facts } = subject
  const told = text.adapter === 'lsof' && step.do === 'edit' ? { view: mutated, row: step.row } : undefined
  const isFound = told !== undefined || [text.view, other.view].some(listsDeletedAlone)
  for (const kernel of subject.kernel) {
    yield { space: kernel.view, facts }
    yield { space: kernel.view, facts: movedFacts(facts, kernel.view, kernel.view, told) }
    if (isFound)
      yield { space: kernel.view, facts: foundFacts(facts, kernel.view, changedRows(step, text, mutated, kernel)) }
  }
  if (text.adapter === 'maps' || text.adapter === 'smaps') yield { space: mutated, facts }
  for (const kernel of subject.kernel) {
    for (const lifted of mirrored(step, text, mutated, kernel)) {
      const space = subject.read(kernel.captured, Buffer.from(lifted, 'latin1'))
      yield { space, facts }
      yield { space, facts: movedFacts(facts, kernel.view, space, told) }
      if (step.do === 'copy') yield { space, facts: withStackBelow(facts, text, step.row) }
      if (isFound) yield { space, facts: foundFacts(facts, space, changedRows(step, text, mutated, kernel)) }
    }
  }
  if (text.adapter !== 'lsof' || other.adapter !== 'lsof' || step.do === 'edit') return
  for (const kernel of subject.kernel) {
    const spread = kernel.adapter === 'maps' ? spreadOut(kernel) : undefined
    if (spread === undefined) continue
    const known = movedFacts(facts, kernel.view, spread.view, undefined)
    for (const lifted of mirrored(step, text, mutated, spread)) {
      yield { space: subject.read(kernel.captured, Buffer.from(lifted, 'latin1')), facts: known }
    }
  }
}

/** The kernel's rows that a text no longer shows, or shows otherwise. */
function changedRows(step: Step, text: Text, mutated: View, kernel: Text): readonly number[] {
  if (step.do === 'edit' || step.do === 'drop') return rowsBehind(text, step.row, kernel)
  const gone = step.do === 'cut' ? text.view.table.length - mutated.table.length : 0
  return Array.from({ length: gone }, (_, at) => rowsBehind(text, mutated.table.length + at, kernel)).flat()
}

/** The stack may have begun where a mapping ends and another one begins: both are called so then. */
function withStackBelow(facts: Facts, { view: { table } }: Text, row: number): Facts {
  const end = table.end(row)
  return end === undefined ? facts : { ...facts, process: { ...facts.process, startStack: end } }
}
