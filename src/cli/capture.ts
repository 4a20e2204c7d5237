import { adapters } from '../../adapters/index.js'
import { isDirectory } from '../capture/files.js'
import { loadCapture, refuseFolder, saveCapture } from '../capture/folder.js'
import type { Problem, Snapshot } from '../capture/types.js'
import { compareSnapshot } from '../library/compare-snapshot.js'
import { redactedSnapshot } from '../library/redacted-snapshot.js'
import { allViewRequests } from '../library/snapshot-views.js'
import type { Comparison } from '../ops/compare.js'
import { MemmapsError } from '../report/errors.js'
import { printable, printableJson } from '../report/printable.js'
import { type LiveOptions, liveSnapshot } from './live-snapshot.js'
import { refuseProcRoot } from './live-view.js'
import { writeOut } from './output.js'
import { problemLines } from './problem-lines.js'
import { redactionLine } from './redaction-line.js'
import { snapshotTitle, withoutMappings } from './snapshot-title.js'

/** Options of `memmaps capture`. */
export interface CaptureCommandOptions extends LiveOptions {
  /** The folder. */
  readonly output: string
  /** Replaces the capture that is in the folder. */
  readonly force?: boolean
  /** Replaces names, commands and users by tokens. */
  readonly redact?: boolean
  readonly json?: boolean
}

/** Runs `memmaps capture`; gives the exit status: 0 when every view is there and the process stood still, else 2. */
export async function runCapture(target: string, options: CaptureCommandOptions): Promise<number> {
  const { output, force = false, redact = false } = options
  refuseFolder(output, { force, alone: redact })
  const original = await snapshotOf(target, options)
  const { snapshot, counts } = redact ? redactedSnapshot(adapters, original) : { snapshot: original, counts: undefined }
  saveCapture(output, snapshot, { force, alone: redact })
  const { comparison, problems } = compared(snapshot)
  const lines = [
    snapshotTitle(snapshot),
    `${snapshot.texts.length} view${snapshot.texts.length === 1 ? '' : 's'} in ${output}`,
    ...problemLines(problems, (text) => text),
    ...(counts === undefined ? [] : [redactionLine(counts), `look through ${output} before you share it`]),
    withoutMappings(snapshot) ??
      (comparison === undefined ? 'nothing to compare it with' : `compare says: ${comparison.verdict}`),
  ]
  const said = {
    output,
    ...(comparison === undefined ? {} : { verdict: comparison.verdict }),
    views: snapshot.texts.length,
    problems,
    ...(counts === undefined ? {} : { redacted: counts }),
  }
  await writeOut(options.json ? `${printableJson(JSON.stringify(said))}\n` : `${lines.map(printable).join('\n')}\n`)
  return snapshot.moved || problems.length > 0 ? 2 : 0
}

/** What came of comparing the views; nothing where there is one alone, as in a tree of which only maps was saved. */
function compared(snapshot: Snapshot): { comparison?: Comparison; problems: readonly Problem[] } {
  return snapshot.texts.length < 2 ? { problems: snapshot.problems } : compareSnapshot(adapters, snapshot)
}

async function snapshotOf(target: string, options: CaptureCommandOptions): Promise<Snapshot> {
  if (/^\d+$/.test(target)) return liveSnapshot(Number(target), allViewRequests(adapters), options)
  if (!isDirectory(target)) {
    throw new MemmapsError('usage', `${target} is not a pid`, 'name a number, as ps prints it, or a capture folder')
  }
  refuseProcRoot(options)
  if (options.redact) return loadCapture(target)
  throw new MemmapsError('usage', `${target} is a capture already`, 'make one to share of it with --redact')
}
