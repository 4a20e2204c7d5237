import Table from 'cli-table3'
import type { Outcome } from './judge.js'
import { KINDS } from './mutation.js'
import type { Trial } from './run.js'

type Tally = Record<Outcome, number>

/** The counts of a run: for each pair of views and each kind of fault, how many were detected, cannot be, and were missed. */
export function tallyOf(trials: readonly Trial[]): Map<string, Map<string, Tally>> {
  const pairs = new Map<string, Map<string, Tally>>()
  for (const { pair, kind, outcome } of trials) {
    const name = pairName(pair)
    const kinds = pairs.get(name) ?? new Map<string, Tally>()
    const tally = kinds.get(kind) ?? { detected: 0, undetectable: 0, missed: 0 }
    tally[outcome] += 1
    pairs.set(name, kinds.set(kind, tally))
  }
  return pairs
}

/** A line for each pair of tools, faulty one first; a cell says detected/undetectable, and `!` with how many were missed. */
export function reportText(trials: readonly Trial[]): string {
  const table = new Table({
    head: ['fault in | beside', ...KINDS, 'all'],
    style: { head: [], border: [], compact: true },
  })
  for (const [pair, kinds] of [...tallyOf(trials)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    table.push([pair, ...KINDS.map((kind) => cell(kinds.get(kind))), cell(sum([...kinds.values()]))])
  }
  const { detected, undetectable, missed } = sum([...tallyOf(trials).values()].flatMap((kinds) => [...kinds.values()]))
  return `${table.toString()}\n${trials.length} faults: ${detected} detected, ${undetectable} undetectable, ${missed} missed\n`
}

/** The run as JSON: the counts, and each fault that was missed. */
export function reportJson(trials: readonly Trial[], seed: number): string {
  const pairs = Object.fromEntries([...tallyOf(trials)].map(([pair, kinds]) => [pair, Object.fromEntries(kinds)]))
  const all = sum([...tallyOf(trials).values()].flatMap((kinds) => [...kinds.values()]))
  const missed = trials.filter(({ outcome }) => outcome === 'missed')
  const seenBy: Record<string, number> = {}
  for (const { by } of trials) if (by !== undefined) seenBy[by] = (seenBy[by] ?? 0) + 1
  return `${JSON.stringify({ seed, count: trials.length, ...all, by: seenBy, pairs, misses: missed }, plain, 2)}\n`
}

/** One fault in a line, with what does it again. */
export function trialText({ kind, capture, faulty, other, outcome, seed }: Trial): string {
  return `${outcome}: ${kind} in ${faulty} beside ${other} of ${capture} (--seed ${seed} --count 1)`
}

/** The programs and files alone: their modes are too many for a table. */
function pairName(pair: readonly string[]): string {
  return pair.map((name) => name.replace(/:(fields0|fields)$/, ':F')).join(' | ')
}

function cell(tally: Tally | undefined): string {
  if (tally === undefined) return ''
  const { detected, undetectable, missed } = tally
  return `${detected}/${undetectable}${missed > 0 ? `!${missed}` : ''}`
}

function sum(tallies: readonly Tally[]): Tally {
  const all: Tally = { detected: 0, undetectable: 0, missed: 0 }
  for (const tally of tallies) for (const outcome of Object.keys(all) as Outcome[]) all[outcome] += tally[outcome]
  return all
}

function plain(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}
