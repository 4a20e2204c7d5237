import type { FileLock, Task, WantedFact } from '../adapter.js'
import { MemmapsError } from '../report/errors.js'
import { readLocks } from './locks.js'
import { readProcFile } from './proc.js'
import { type LiveProcess, readProcess } from './process-facts.js'
import { readTasks } from './tasks.js'

/** What one look at a process gives a tool that is imitated. */
export interface Look {
  readonly state: 'there' | 'missing' | 'unreadable'
  /** The text of the file that was asked for. */
  readonly bytes?: Uint8Array
  readonly process?: LiveProcess
  readonly locks?: readonly FileLock[]
  readonly tasks?: readonly Task[]
}

/** Looks at a live process once: its mappings, and the facts that are wanted. */
export function lookAt(
  pid: number,
  { reads, wants, procRoot }: { reads: 'maps' | 'smaps'; wants: readonly WantedFact[]; procRoot: string },
): Look {
  try {
    const process = readProcess(pid, procRoot)
    const facts = {
      process,
      ...(wants.includes('locks') ? { locks: readLocks(pid, procRoot) } : {}),
      ...(wants.includes('tasks') ? { tasks: readTasks(pid, procRoot) } : {}),
    }
    try {
      return { state: 'there', bytes: readProcFile(pid, reads, procRoot), ...facts }
    } catch (error) {
      if (!(error instanceof MemmapsError)) throw error
      if (error.code === 'no-permission') return { state: 'unreadable', ...facts }
      // A zombie has no memory to be asked about; its files are empty to a tool.
      if (error.code === 'unreadable') return { state: 'there', bytes: new Uint8Array(0), ...facts }
      throw error
    }
  } catch (error) {
    if (error instanceof MemmapsError && (error.code === 'no-process' || error.code === 'ended'))
      return { state: 'missing' }
    throw error
  }
}
