import type { Adapter } from '../adapter.js'
import { type Redaction, redactSnapshot } from '../capture/redact.js'
import type { Snapshot } from '../capture/types.js'
import { MemmapsError } from '../report/errors.js'
import { compareSnapshot, type SnapshotComparison } from './compare-snapshot.js'

/** Redacts a snapshot, and makes sure that its views compare as they did: the tokens must not tell another story. */
export function redactedSnapshot(adapters: readonly Adapter[], original: Snapshot): Redaction {
  const { snapshot, counts } = redactSnapshot(adapters, original)
  const files = new Set(snapshot.texts.map(({ file }) => file))
  const kept = { ...original, texts: original.texts.filter(({ file }) => files.has(file)) }
  if (snapshot.texts.length < 2) return { snapshot, counts }
  if (story(compareSnapshot(adapters, kept)) === story(compareSnapshot(adapters, snapshot))) return { snapshot, counts }
  throw new MemmapsError(
    'unredacted',
    'the redacted capture would compare in another way than the original, so there is none',
    'this is a fault in memmaps: please report it; without redaction the capture is had as it is',
  )
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
