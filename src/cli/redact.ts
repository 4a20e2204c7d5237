import { adapters } from '../../adapters/index.js'
import { type RedactionCounts, redactSnapshot } from '../capture/redact.js'
import type { Snapshot } from '../capture/types.js'
import { compareSnapshot, type SnapshotComparison } from '../library/compare-snapshot.js'
import { MemmapsError } from '../report/errors.js'

/** What was replaced in a snapshot, for people. */
export interface RedactedSnapshot {
  readonly snapshot: Snapshot
  readonly counts: RedactionCounts
}

/** Redacts a snapshot, and makes sure that its views compare as they did: the tokens must not tell another story. */
export function redacted(original: Snapshot): RedactedSnapshot {
  const { snapshot, counts } = redactSnapshot(adapters, original)
  const files = new Set(snapshot.texts.map(({ file }) => file))
  const kept = { ...original, texts: original.texts.filter(({ file }) => files.has(file)) }
  if (snapshot.texts.length < 2) return { snapshot, counts }
  if (story(compareSnapshot(adapters, kept)) === story(compareSnapshot(adapters, snapshot))) return { snapshot, counts }
  throw new MemmapsError(
    'unredacted',
    'the redacted capture would compare in another way than the original, so nothing was written',
    'this is a fault in memmaps: please report it; without --redact the capture is written as it is',
  )
}

/** A line for people: what was replaced, and how often. */
export function redactionLine({ pathname, command, user, message }: RedactionCounts): string {
  const counts = [
    [pathname, 'name'],
    [command, 'command'],
    [user, 'user'],
    [message, 'other word'],
  ] as const
  const parts = counts.filter(([count]) => count > 0).map(([count, one]) => `${count} ${count === 1 ? one : `${one}s`}`)
  return `replaced by tokens: ${parts.length === 0 ? 'nothing' : parts.join(', ')}`
}

/** The verdict and how it came about, without the names of anything. */
function story({ comparison, problems }: SnapshotComparison): string {
  const { verdict, reference, pairs, contradictions, sums } = comparison
  return JSON.stringify([
    verdict,
    reference,
    problems.length,
    contradictions.map(({ row }) => row),
    sums.findings.map(({ code, actual }) => [code, actual.field]),
    pairs.map(({ richer, other, reasons, unlisted, differences, drifted, unknown }) => [
      richer,
      other,
      reasons,
      unlisted,
      differences.map(({ kind, row, actualRow, fields }) => [kind, row, actualRow, fields.map(({ field }) => field)]),
      drifted.map(({ field, count, row }) => [field, count, row]),
      unknown.length,
    ]),
  ])
}
