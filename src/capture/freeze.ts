import { readdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { MemmapsError } from '../report/errors.js'
import { PROC, readProcFile } from './proc.js'
import { ended, noPermission, procError } from './proc-error.js'
import { readStat } from './process-facts.js'
import { readStatLine } from './stat-line.js'
import { undoAtEnd } from './undo.js'

/** How long a process may take to stop, in milliseconds. */
const STOP_LIMIT = 2_000

/**
 * Stops a process until `thaw` is called, or this program ends in any way that it can notice.
 *
 * A process that was stopped already is left alone, and stays stopped; so is a kernel thread, which cannot be stopped and
 * has no mappings that could change.
 */
export async function freeze(pid: number): Promise<{ readonly thaw: () => void }> {
  refuseOwnFamily(pid)
  const { state, startTime, kernelThread } = readStat(pid)
  if (state === 'T' || kernelThread) return { thaw() {} }
  const frozen = undoAtEnd(() => resume(pid, startTime))
  try {
    signal(pid, 'SIGSTOP')
    await stopped(pid)
  } catch (error) {
    frozen.now()
    throw error
  }
  return { thaw: () => frozen.now() }
}

function refuseOwnFamily(pid: number): void {
  for (let relative = process.pid; relative > 0; relative = parentOf(relative)) {
    if (relative !== pid) continue
    const who = pid === process.pid ? 'is this program' : 'began this program'
    throw new MemmapsError('usage', `process ${pid} ${who}, so it cannot be frozen`, 'leave --freeze out')
  }
}

/** The parent; 0 for the first process, and where the kernel hides the parent from this user. */
function parentOf(pid: number): number {
  try {
    return readStat(pid).ppid
  } catch {
    return 0
  }
}

async function stopped(pid: number): Promise<void> {
  const limit = performance.now() + STOP_LIMIT
  for (let pause = 1; !threadsStopped(pid); pause = Math.min(pause * 2, 50)) {
    if (performance.now() > limit) {
      throw new MemmapsError(
        'timed-out',
        `process ${pid} did not stop within ${STOP_LIMIT / 1000} s`,
        'leave --freeze out',
      )
    }
    await sleep(pause)
  }
}

/** True when no thread runs; a thread that ended counts as stopped. */
function threadsStopped(pid: number): boolean {
  let running = 0
  let threads = 0
  for (const thread of threadsOf(pid)) {
    threads += 1
    const state = threadState(pid, thread)
    if (state !== undefined && !'TtZX'.includes(state)) running += 1
  }
  if (threads === 0) throw ended(pid)
  return running === 0
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`${PROC}/${pid}/task`)
  } catch (error) {
    throw procError(error, pid, 'task', PROC)
  }
}

function threadState(pid: number, thread: string): string | undefined {
  try {
    return readStatLine(readProcFile(pid, `task/${thread}/stat`))?.state
  } catch {
    return undefined
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') throw ended(pid)
    throw noPermission(pid, 'stop it', PROC)
  }
}

function resume(pid: number, startTime: bigint): void {
  try {
    // The pid may have become another process's, which is not ours to wake.
    if (readStat(pid).startTime === startTime) process.kill(pid, 'SIGCONT')
  } catch {
    // It ended while it was stopped.
  }
}
