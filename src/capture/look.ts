import type { FileLock, PacketSocket, Task, WantedFact } from '../adapter.js'
import { MemmapsError } from '../report/errors.js'
import { readLocks } from './locks.js'
import { readPacketSockets } from './packet-sockets.js'
import { readProcChunks } from './proc.js'
import { type LiveProcess, readProcess } from './process-facts.js'
import { isNameless, readStatBefore } from './stat-before.js'
import { readTasks } from './tasks.js'

/** What one look at a process gives a tool that is imitated. */
export interface Look {
  readonly state: 'there' | 'missing' | 'unreadable'
  readonly process?: LiveProcess
  readonly locks?: readonly FileLock[]
  readonly tasks?: readonly Task[]
  readonly statBefore?: Uint8Array
  readonly packetSockets?: readonly PacketSocket[]
}

/** Looks at a live process once: the facts that are wanted, and the text of its mappings, whose chunks are only lent. */
export async function lookAt(
  pid: number,
  { reads, wants, procRoot }: { reads: 'maps' | 'smaps'; wants: readonly WantedFact[]; procRoot: string },
  push: (chunk: Uint8Array) => void,
): Promise<Look> {
  try {
    const process = readProcess(pid, procRoot)
    const before = wants.includes('statBefore') && isNameless(process.comm) ? readStatBefore(pid, procRoot) : undefined
    const sockets = wants.includes('packetSockets') && process.sameMountNamespace === false
    const facts = {
      process,
      ...(wants.includes('locks') ? { locks: readLocks(pid, procRoot) ?? [] } : {}),
      ...(before === undefined ? {} : { statBefore: before }),
      ...(sockets ? { packetSockets: readPacketSockets(procRoot) } : {}),
      ...(wants.includes('tasks') ? { tasks: readTasks(pid, procRoot) ?? [] } : {}),
    }
    try {
      await readProcChunks(pid, reads, procRoot, push)
      return { state: 'there', ...facts }
    } catch (error) {
      if (!(error instanceof MemmapsError)) throw error
      if (error.code === 'no-permission') return { state: 'unreadable', ...facts }
      // A zombie has no memory to be asked about; its files are empty to a tool.
      if (error.code === 'unreadable') return { state: 'there', ...facts }
      throw error
    }
  } catch (error) {
    if (error instanceof MemmapsError && (error.code === 'no-process' || error.code === 'ended'))
      return { state: 'missing' }
    throw error
  }
}
