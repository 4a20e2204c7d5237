import { setTimeout as sleep } from 'node:timers/promises'
import { adapters } from '../../adapters/index.js'
import { isDirectory } from '../capture/files.js'
import { loadCapture } from '../capture/folder.js'
import { compareSnapshot, fingerprints, type SnapshotComparison } from '../library/compare-snapshot.js'
import { USUAL_VIEWS, viewRequests } from '../library/snapshot-views.js'
import { type Comparison, compare } from '../ops/compare.js'
import { MemmapsError } from '../report/errors.js'
import { printable } from '../report/printable.js'
import { colorsFor } from './colors.js'
import { refuseOthers, viewsOfFiles } from './file-views.js'
import { tellFindings } from './findings.js'
import { type LiveOptions, liveSnapshot } from './live-snapshot.js'
import { refuseProcRoot } from './live-view.js'
import { writeOut } from './output.js'
import { snapshotTitle, withoutMappings } from './snapshot-title.js'
import { verdictText } from './verdict.js'
import { verdictJson } from './verdict-json.js'
import { viewNames } from './view-names.js'

/** Options of `memmaps compare`. */
export interface CompareCommandOptions extends LiveOptions {
  /** The views to take, with commas between them. */
  readonly views?: string
  readonly json?: boolean
  /** Shows every difference; without a target, every process. */
  readonly all?: boolean
  /** Holds what tools printed against the bytes that are predicted. */
  readonly bytes?: boolean
  readonly color?: string
  /** The formats of the files, when they are not to be detected: one for all, or one each. */
  readonly from?: readonly string[]
  /** Which process of a text that holds several. */
  readonly pid?: number
}

/** How often a disagreement about a live process is looked at again: one that is real stays. */
const LOOKS = 3

/** Runs `memmaps compare`; gives the exit status: 0 agree or explained, 1 disagree, 2 trouble. */
export async function runCompare(targets: readonly string[], options: CompareCommandOptions): Promise<number> {
  const [first] = targets
  if (!isOnePid(targets) && targets.length > 0) refuseProcRoot(options)
  if (options.bytes) return (await import('./compare-bytes.js')).runCompareBytes(targets, options)
  if (first === undefined) {
    if (options.all) return (await import('./compare-all.js')).runCompareAll(options)
    throw new MemmapsError(
      'usage',
      'nothing is named to be compared',
      'name a pid, a capture folder or two files, or --all',
    )
  }
  if (targets.length > 1) {
    refuseOthers(targets, 'compared')
    return compareFiles(targets, options)
  }
  if (isOnePid(targets)) return show(await compareLive(Number(first), options), options)
  if (isDirectory(first)) return show(compareSnapshot(adapters, loadCapture(first)), options)
  throw new MemmapsError(
    'usage',
    `${first} alone has nothing to be compared with`,
    'name a second file, a pid, or a capture folder',
  )
}

function isOnePid(targets: readonly string[]): boolean {
  return targets.length === 1 && /^\d+$/.test(targets[0] as string)
}

/** Compares the views of a live process; a disagreement is looked at again, for one that is real stays. */
export async function compareLive(pid: number, options: CompareCommandOptions): Promise<SnapshotComparison> {
  const requests = viewRequests(adapters, options.views ?? USUAL_VIEWS)
  let seen: Set<string> | undefined
  for (let look = 1; ; look++) {
    const result = compareSnapshot(adapters, await liveSnapshot(pid, requests, options))
    if (result.comparison.verdict !== 'disagree' || result.snapshot.frozen) return result
    const now = fingerprints(result.comparison)
    // What a process maps and unmaps again between two readings differs once; a real difference is there each time.
    if (seen !== undefined && [...now].some((difference) => seen?.has(difference))) return result
    if (look === LOOKS) return { ...result, comparison: { ...result.comparison, verdict: 'moved' } }
    seen = now
    await sleep(50 * look)
  }
}

async function compareFiles(targets: readonly string[], options: CompareCommandOptions): Promise<number> {
  const views = await viewsOfFiles(adapters, targets, options)
  const names = viewNames(views)
  const title = `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
  return showComparison(title, compare(adapters, views), [], options)
}

async function show(result: SnapshotComparison, options: CompareCommandOptions): Promise<number> {
  const { snapshot, comparison, problems } = result
  const without = withoutMappings(snapshot)
  if (without !== undefined && !options.json) {
    await writeOut(`${printable(without)}\n`)
    return 0
  }
  const names = viewNames(comparison.views)
  comparison.views.forEach((view, index) => {
    tellFindings([view], names[index] as string)
  })
  return showComparison(without ?? snapshotTitle(snapshot), comparison, problems, options)
}

async function showComparison(
  title: string,
  comparison: Comparison,
  problems: SnapshotComparison['problems'],
  options: CompareCommandOptions,
): Promise<number> {
  const colors = colorsFor(options.color, process.stdout)
  const all = options.all ?? false
  const trouble = comparison.verdict === 'moved' || problems.length > 0
  const status = trouble ? 2 : comparison.verdict === 'disagree' ? 1 : 0
  // Whoever reads may leave before the end, and the status still holds.
  process.exitCode = status
  await writeOut(
    options.json
      ? verdictJson(title, comparison, problems)
      : verdictText({ adapters, comparison, problems, title, colors, all }),
  )
  return status
}
