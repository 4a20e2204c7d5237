import { setTimeout as sleep } from 'node:timers/promises'
import { adapters } from '../../adapters/index.js'
import { isDirectory } from '../capture/files.js'
import { loadCapture } from '../capture/folder.js'
import { type BytesComparison, type BytesResult, compareBytes } from '../library/compare-bytes.js'
import { viewRequests } from '../library/snapshot-views.js'
import { MemmapsError } from '../report/errors.js'
import { printable } from '../report/printable.js'
import { bytesJson } from './bytes-json.js'
import { bytesText } from './bytes-lines.js'
import { colorsFor } from './colors.js'
import type { CompareCommandOptions } from './compare.js'
import { liveSnapshot } from './live-snapshot.js'
import { writeOut } from './output.js'
import { snapshotTitle, withoutMappings } from './snapshot-title.js'

/** The texts that are taken when nobody says, and what they are predicted from. */
const USUAL_TEXTS = 'smaps,lsof:table,lsof:fields0,pmap,pmap:x,pmap:d,pmap:X,pmap:XX'

/** How often a live process is looked at again while something is not explained. */
const LOOKS = 3

/** Runs `memmaps compare --bytes`; gives the exit status: 0 equal or explained, 1 not explained, 2 trouble. */
export async function runCompareBytes(targets: readonly string[], options: CompareCommandOptions): Promise<number> {
  const [target] = targets
  if (target === undefined || targets.length > 1) {
    throw new MemmapsError('usage', '--bytes is about one process', 'name a pid or a capture folder')
  }
  if (options.all) {
    throw new MemmapsError('usage', '--bytes shows the first difference of each text', 'leave --all out')
  }
  const comparison = await compared(target, options)
  const { snapshot, results, problems } = comparison
  const without = withoutMappings(snapshot)
  const title = without ?? snapshotTitle(snapshot)
  const unexplained = results.some(({ verdict }) => verdict === 'unexplained')
  const trouble = snapshot.moved || problems.length > 0 || results.every(({ verdict }) => verdict === 'untold')
  const status = unexplained ? 1 : trouble && without === undefined ? 2 : 0
  process.exitCode = status
  if (options.json) await writeOut(bytesJson(title, comparison))
  else if (without !== undefined) await writeOut(`${printable(without)}\n`)
  else await writeOut(bytesText(title, comparison, colorsFor(options.color, process.stdout)))
  return status
}

async function compared(target: string, options: CompareCommandOptions): Promise<BytesComparison> {
  if (/^\d+$/.test(target)) return compareLiveBytes(Number(target), options)
  if (isDirectory(target)) return compareBytes(adapters, loadCapture(target))
  throw new MemmapsError(
    'usage',
    `${target} does not tell what else was known of the process`,
    '--bytes takes a pid or a capture folder',
  )
}

/** Compares the bytes about a live process; each text is held to the best of several looks, for nothing stands still. */
async function compareLiveBytes(pid: number, options: CompareCommandOptions): Promise<BytesComparison> {
  const requests = viewRequests(adapters, options.views ?? USUAL_TEXTS)
  let best = compareBytes(adapters, await liveSnapshot(pid, requests, options))
  for (let look = 1; look < LOOKS && best.results.some(({ verdict }) => verdict === 'unexplained'); look++) {
    await sleep(50 * look)
    const next = compareBytes(adapters, await liveSnapshot(pid, requests, options))
    const earlier = new Map(best.results.map((result) => [result.name, result]))
    best = { ...next, results: next.results.map((result) => better(earlier.get(result.name), result)) }
  }
  return best
}

function better(one: BytesResult | undefined, other: BytesResult): BytesResult {
  return one === undefined || one.verdict === 'unexplained' ? other : one
}
