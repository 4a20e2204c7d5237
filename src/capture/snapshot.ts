import { setTimeout as sleep } from 'node:timers/promises'
import { MemmapsError } from '../report/errors.js'
import { statPaths } from './file-stats.js'
import { freeze } from './freeze.js'
import { readHost } from './host.js'
import { readLocks } from './locks.js'
import { present } from './present.js'
import { PROC, readProcFile } from './proc.js'
import { ended, recycled } from './proc-error.js'
import { findStat, type LiveProcess, readProcess } from './process-facts.js'
import { sameMappings } from './same-mappings.js'
import { isNameless, readStatBefore } from './stat-before.js'
import { readSysvDevice } from './sysv-device.js'
import { takeAll } from './take-all.js'
import { takeView } from './take-view.js'
import { readTasks } from './tasks.js'
import type { ToolLimits } from './tool.js'
import { Toolbox } from './toolbox.js'
import type { CapturedText, Problem, Snapshot, ViewRequest } from './types.js'
import { Watch } from './watch.js'

/** How often views are taken again, when nobody says, while maps does not stand still. */
export const RETRIES = 5

const MAPS: ViewRequest = { adapter: 'maps', dialect: '64bit', file: 'maps' }

/** The pause before the first retry, in milliseconds; each further one is longer by as much. */
const PAUSE = 20

/** Options of `takeSnapshot`. */
export interface SnapshotOptions extends ToolLimits {
  /** The views to take: tools are started first, two at a time, and files are read while they run, each in this order. maps is taken even if it is not here. */
  readonly views: readonly ViewRequest[]
  /** The paths to ask stat about, given the first maps text; each is asked once. */
  readonly pathsOf?: (maps: Uint8Array, process: LiveProcess) => Iterable<Uint8Array>
  /** Path of each tool that is not to be looked for. */
  readonly tools?: Readonly<Record<string, string>>
  /** Keeps the process from running meanwhile; only where `procRoot` is this program's own. */
  readonly freeze?: boolean
  readonly retries?: number
  readonly procRoot?: string
  /** Is told of each view, as `adapter:dialect`, before it is taken. */
  readonly onView?: (view: string) => void
  /** Is told of each view that this kernel does not have, and why it is not there; that is no problem. */
  readonly onLacking?: (view: string, why: string) => void
}

/**
 * Takes every view of a process between two readings of its maps, and takes them again when those differ.
 *
 * Throws a MemmapsError when there is no such process, when its maps may not be read, and when it ends meanwhile; a view
 * that fails is a problem of the snapshot, and the others are taken all the same.
 */
export async function takeSnapshot(pid: number, options: SnapshotOptions): Promise<Snapshot> {
  const { procRoot = PROC, retries = RETRIES } = options
  if (options.freeze && procRoot !== PROC) {
    throw new MemmapsError(
      'usage',
      `the pids of ${procRoot} may be others here, so none is frozen`,
      'leave --freeze out',
    )
  }
  const startTime = findStat(pid, procRoot)?.startTime
  const toolbox = new Toolbox(options.tools ?? {}, options)
  const frozen = options.freeze ? await freeze(pid) : undefined
  try {
    for (let attempts = 1; ; attempts++) {
      const taken = await takeOnce(pid, startTime, options, procRoot, toolbox, attempts > retries)
      if (taken.moved && attempts <= retries) {
        await sleep(PAUSE * attempts)
        continue
      }
      // Nobody has to stand still while tools say their versions.
      frozen?.thaw()
      return {
        ...taken,
        host: readHost(procRoot),
        tools: toolbox.tools(),
        frozen: frozen !== undefined,
        attempts,
      }
    }
  } catch (error) {
    throw error instanceof MemmapsError && error.code === 'no-process' ? ended(pid) : error
  } finally {
    frozen?.thaw()
  }
}

async function takeOnce(
  pid: number,
  startTime: bigint | undefined,
  { views, pathsOf, onView, onLacking }: SnapshotOptions,
  procRoot: string,
  toolbox: Toolbox,
  /** True when what is taken is kept though the process moves. */
  isLast: boolean,
): Promise<Omit<Snapshot, 'host' | 'tools' | 'frozen' | 'attempts'>> {
  const captured = new Date().toISOString()
  const before = readProcFile(pid, 'maps', procRoot)
  const facts = readProcess(pid, procRoot)
  if (facts.startTime !== startTime) throw recycled(pid)

  const { adapter, dialect } = views.find((view) => view.file === 'maps') ?? MAPS
  // A mapping that comes and goes again between two readings that are equal may be in what a tool reads.
  const watch = procRoot === PROC ? new Watch(() => readProcFile(pid, 'maps'), before) : undefined
  const hasMoved = (): boolean => watch?.changed === true && !isLast
  const take = async (view: ViewRequest, file: string): Promise<CapturedText | Problem | undefined> => {
    onView?.(`${view.adapter}:${view.dialect}`)
    const taken = await takeView(pid, view, file, procRoot, toolbox)
    if ('bytes' in taken || view.file === undefined || !view.optional || taken.code !== 'unreadable') return taken
    if (facts.kind === 'process') onLacking?.(taken.view, taken.message)
    return undefined
  }
  const readFacts = () => ({
    // The files of another tree are not where this machine's are.
    stats: procRoot === PROC ? [...statPaths(pathsOf?.(before, facts) ?? [], `${procRoot}/${pid}`).values()] : [],
    ...present({
      locks: readLocks(pid, procRoot),
      tasks: readTasks(pid, procRoot),
      statBefore: isNameless(facts.comm) ? readStatBefore(pid, procRoot) : undefined,
      sysvDevice: readSysvDevice(before, procRoot),
    }),
  })
  const { taken, facts: more } = await takeAll(views, take, hasMoved, readFacts).finally(() => watch?.end())
  const maps: CapturedText = { adapter, dialect, file: 'proc/maps', bytes: before }
  const texts = [maps, ...taken.filter((one) => 'bytes' in one)]
  const problems = taken.filter((one): one is Problem => !('bytes' in one))

  const after = readProcFile(pid, 'maps', procRoot)
  if (findStat(pid, procRoot)?.startTime !== startTime) throw recycled(pid)
  if (after.length === 0 && before.length > 0) throw ended(pid)
  const moved = watch?.changed || !Buffer.from(before).equals(after) || !isOfOneMoment(texts, before, procRoot)
  return { captured, process: facts, ...more, moved, texts, problems }
}

/** True when smaps, where it was read, shows the mappings of maps; the files of a saved tree are of whatever moments. */
function isOfOneMoment(texts: readonly CapturedText[], maps: Uint8Array, procRoot: string): boolean {
  if (procRoot !== PROC) return true
  return texts.every(({ file, bytes }) => file !== 'proc/smaps' || sameMappings(maps, bytes))
}
