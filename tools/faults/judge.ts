import { adapters } from '../../adapters/index.js'
import type { View } from '../../src/adapter.js'
import { check } from '../../src/ops/check.js'
import { compare } from '../../src/ops/compare.js'
import { isWithin, leftoverOf } from './leftover.js'
import { worldsFor } from './lift.js'
import type { Mutation } from './mutation.js'
import type { Text } from './subject.js'

/** What became of a fault. */
export type Outcome = 'detected' | 'undetectable' | 'missed'

/** What became of a fault, and who saw it or why nobody can. */
export interface Judgement {
  readonly outcome: Outcome
  readonly by?: 'compare' | 'reading' | 'check' | 'same reading' | 'another world'
}

/** True where two texts without a fault can be true together. */
export function areTrue(text: Text, other: Text): boolean {
  return verdict(text.view, text, other) !== 'disagree'
}

/** Judges a text with a fault beside another text of its capture. */
export function judge(text: Text, other: Text, mutation: Mutation): Judgement {
  const mutated = text.subject.read(text.captured, mutation.bytes)
  if (verdict(mutated, text, other) === 'disagree') return { outcome: 'detected', by: 'compare' }
  const { view } = text
  if (unread(mutated) > unread(view)) {
    return { outcome: 'detected', by: 'reading' }
  }
  if (breaksMore(mutated, view, text)) return { outcome: 'detected', by: 'check' }
  return isPossible(mutated, text, other, mutation)
    ? { outcome: 'undetectable', by: 'another world' }
    : { outcome: 'missed' }
}

/** How often reading found what it could not read: errors, and columns that it no longer knows. */
function unread({ diagnostics }: View): number {
  return diagnostics.countOf('error') + diagnostics.count('unsure-columns')
}

function verdict(view: View, { subject }: Text, other: Text): string {
  return compare(adapters, [view, other.view], { facts: subject.facts }).verdict
}

/** True where a view breaks a law that the other one, of the same text without a fault, does not. */
function breaksMore(view: View, before: View, { subject }: Text): boolean {
  const broken = brokenLaws(view, subject)
  const known = brokenLaws(before, subject)
  return [...broken].some(([code, count]) => count > (known.get(code) ?? 0))
}

function brokenLaws(view: View, { facts, snapshot }: Text['subject']): Map<string, number> {
  const { arch } = snapshot.host
  const broken = new Map<string, number>()
  for (const { code, severity } of check(adapters, [view], { facts, ...(arch && { arch }) }).findings) {
    if (severity === 'error') broken.set(code, (broken.get(code) ?? 0) + 1)
  }
  return broken
}

/**
 * True where there is an address space, with its files, that both tools could have shown so: the mutated text is then a legal
 * one, and nobody who has these two alone can tell.
 */
function isPossible(mutated: View, text: Text, other: Text, mutation: Mutation): boolean {
  if (!isWhole(mutated, text.view)) return false
  const { subject } = text
  const [kernel] = subject.kernel
  if (kernel === undefined) return false
  for (const { space, facts } of worldsFor(text, other, mutated, mutation)) {
    const base = subject.kernel.find(({ adapter }) => adapter === space.adapter) ?? kernel
    if (space !== base.view && breaksMore(space, base.view, text)) continue
    const before = (view: View): ReturnType<typeof leftoverOf> => leftoverOf(base.view, subject.facts, view)
    if (!isWithin(leftoverOf(space, facts, mutated), before(text.view))) continue
    if (isWithin(leftoverOf(space, facts, other.view), before(other.view))) return true
  }
  return false
}

/** True where a text has all that stands around its rows. */
function isWhole(mutated: View, view: View): boolean {
  return (
    mutated.lines.headings === view.lines.headings &&
    mutated.lines.footers === view.lines.footers &&
    mutated.lines.rejected - mutated.diagnostics.count('other-row') ===
      view.lines.rejected - view.diagnostics.count('other-row')
  )
}
