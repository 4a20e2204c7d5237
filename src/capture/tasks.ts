import { readdirSync } from 'node:fs'
import type { Task } from '../adapter.js'
import { readStat } from './process-facts.js'

/** The threads of a process, the main one first and the others by their ids; undefined where they cannot be read. */
export function readTasks(pid: number, procRoot: string): readonly Task[] | undefined {
  const root = `${procRoot}/${pid}/task`
  try {
    const tids = readdirSync(root).map(Number)
    tids.sort((a, b) => Number(b === pid) - Number(a === pid) || a - b)
    return tids.flatMap((tid) => taskOf(tid, root))
  } catch {
    return undefined
  }
}

function taskOf(tid: number, root: string): readonly Task[] {
  try {
    return [{ tid, comm: readStat(tid, root).comm }]
  } catch {
    // It ended since the directory was read.
    return []
  }
}
