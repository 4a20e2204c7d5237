import { setTimeout as sleep } from 'node:timers/promises'
import { adapters } from '../../adapters/index.js'
import type { View } from '../adapter.js'
import { isDirectory } from '../capture/files.js'
import { loadCapture } from '../capture/folder.js'
import type { Problem, Snapshot } from '../capture/types.js'
import { factsOf, viewOf, viewRequests } from '../library/snapshot-views.js'
import { unreadLines } from '../ops/check/unread.js'
import { type Check, check } from '../ops/check.js'
import { MemmapsError } from '../report/errors.js'
import { printable } from '../report/printable.js'
import { checkJson } from './check-json.js'
import { checkText } from './check-text.js'
import { colorsFor } from './colors.js'
import { refuseFormats, refuseOthers } from './file-views.js'
import { tellFindings } from './findings.js'
import { type LiveOptions, liveSnapshot } from './live-snapshot.js'
import { writeOut } from './output.js'
import { pidOf } from './pid-of.js'
import { readText } from './read-text.js'
import { snapshotTitle, withoutMappings } from './snapshot-title.js'
import { viewNames } from './view-names.js'

/** Options of `memmaps check`. */
export interface CheckCommandOptions extends LiveOptions {
  /** The formats of the files, when they are not to be detected: one for all, or one each. */
  readonly from?: readonly string[]
  /** Which process of a text that holds several. */
  readonly pid?: number
  /** Bytes. */
  readonly pageSize?: number
  readonly all?: boolean
  readonly json?: boolean
  readonly color?: string
}

/** A check, and where its views come from. */
interface Checked {
  readonly title: string
  readonly result: Check
  readonly moved: boolean
  readonly problems: readonly Problem[]
  /** True when another look would show the same. */
  readonly settled: boolean
  /** True for a process that cannot have mappings: the title says all there is. */
  readonly empty: boolean
}

/** The views of a live process that laws are about. */
const LIVE_VIEWS = 'maps,smaps,smaps:rollup,status'

/** How often a broken law of a live process is looked at again: one that is real stays. */
const LOOKS = 3

/** Runs `memmaps check`; gives the exit status: 0 all laws hold, 1 one is broken, 2 trouble. */
export async function runCheck(targets: readonly string[], options: CheckCommandOptions): Promise<number> {
  const [first = '-'] = targets
  if (targets.length > 1) {
    refuseOthers(targets, 'checked')
    return show(await checkFiles(targets, options), options)
  }
  const pid = pidOf(first)
  if (pid !== undefined) return show(await checkLive(pid, options), options)
  if (first !== '-' && isDirectory(first)) return show(checkSnapshot(loadCapture(first), options), options)
  return show(await checkFiles([first], options), options)
}

async function checkLive(pid: number, options: CheckCommandOptions): Promise<Checked> {
  const requests = viewRequests(adapters, LIVE_VIEWS)
  let seen: ReadonlySet<string> | undefined
  for (let look = 1; ; look++) {
    const checked = checkSnapshot(await liveSnapshot(pid, requests, options), options)
    const now = new Set(checked.result.findings.map(({ code, actual }) => `${code} ${actual.field} ${actual.value}`))
    if (now.size === 0 || checked.settled || [...now].some((each) => seen?.has(each))) return checked
    // Between two reads of one file a process may change and change back; that shows only once.
    if (look === LOOKS) return { ...checked, moved: true }
    seen = now
    await sleep(50 * look)
  }
}

function checkSnapshot(snapshot: Snapshot, options: CheckCommandOptions): Checked {
  const views = snapshot.texts.map((text) => viewOf(adapters, snapshot, text))
  const { moved, frozen, problems, host } = snapshot
  const facts = { ...factsOf(snapshot), ...(options.pageSize === undefined ? {} : { pageSize: options.pageSize }) }
  const names = viewNames(views)
  views.forEach((view, index) => {
    tellFindings([view], names[index] as string)
  })
  const result = check(adapters, views, { facts, moved, ...(host.arch === undefined ? {} : { arch: host.arch }) })
  const without = withoutMappings(snapshot, 'check')
  const title = without ?? snapshotTitle(snapshot)
  return { title, result, moved, problems, settled: moved || frozen, empty: without !== undefined }
}

async function checkFiles(paths: readonly string[], options: CheckCommandOptions): Promise<Checked> {
  const { from, pid, pageSize } = options
  refuseFormats(paths, from)
  const views: View[] = []
  for (const [index, path] of paths.entries()) {
    const { views: read, name } = await readText(adapters, path, { from: from?.[index] ?? from?.[0] })
    const wanted = read.filter((view) => pid === undefined || (view.process?.pid ?? pid) === pid)
    if (wanted.length === 0) {
      throw new MemmapsError('usage', `${name} is not about process ${pid}`, 'leave --pid out to check all it has')
    }
    views.push(...wanted)
  }
  const result = check(adapters, views, pageSize === undefined ? {} : { facts: { pageSize } })
  return { title: viewNames(views).join(', '), result, moved: false, problems: [], settled: true, empty: false }
}

async function show(checked: Checked, options: CheckCommandOptions): Promise<number> {
  const { result, moved, problems, title } = checked
  const colors = colorsFor(options.color, process.stdout)
  const unread = result.views.reduce((sum, view) => sum + unreadLines(view), 0)
  const broken = result.findings.some(({ severity }) => severity === 'error') || unread > 0
  const status = moved || problems.length > 0 ? 2 : broken ? 1 : 0
  // Whoever reads may leave before the end, and the status still holds.
  process.exitCode = status
  if (checked.empty && !options.json) {
    await writeOut(`${printable(title)}\n`)
    return status
  }
  const report = { adapters, title: printable(title), result, moved, problems, colors, all: options.all ?? false }
  await writeOut(options.json ? checkJson(report) : checkText(report))
  return status
}
