import type { Facts, View } from '../../src/adapter.js'
import { foundFacts, listsDeletedAlone } from './found.js'
import { mirrored, rowsBehind } from './mirror.js'
import { movedFacts } from './moved-facts.js'
import type { Mutation } from './mutation.js'
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
  const isFound = [text.view, other.view].some(listsDeletedAlone) && (step.do === 'edit' || step.do === 'drop')
  const told = text.adapter === 'lsof' && step.do === 'edit' ? { view: mutated, row: step.row } : undefined
  for (const kernel of subject.kernel) {
    yield { space: kernel.view, facts }
    yield { space: kernel.view, facts: movedFacts(facts, kernel.view, kernel.view, told) }
    if (isFound) yield { space: kernel.view, facts: foundFacts(facts, kernel.view, rowsBehind(text, step.row, kernel)) }
  }
  if (text.adapter === 'maps' || text.adapter === 'smaps') yield { space: mutated, facts }
  for (const kernel of subject.kernel) {
    for (const lifted of mirrored(step, text, mutated, kernel)) {
      const space = subject.read(kernel.captured, Buffer.from(lifted, 'latin1'))
      yield { space, facts }
      yield { space, facts: movedFacts(facts, kernel.view, space, told) }
      if (isFound) yield { space, facts: foundFacts(facts, space, rowsBehind(text, step.row, kernel)) }
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
