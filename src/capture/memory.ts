import { readFileSync } from 'node:fs'

/** How many bytes a process and its children have in memory; 0 where that is not to be had. */
export function memoryOf(pid: number): number {
  return [pid, ...childrenOf(pid)].reduce((sum, one) => sum + residentOf(one), 0)
}

/** Bytes, by the field VmRSS of status (since Linux 2.6). */
function residentOf(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s*(\d+) kB$/m.exec(textOf(`/proc/${pid}/status`)) ?? []
  return Number(kilobytes ?? 0) * 1024
}

/** All that it started and that has not ended, by /proc/PID/task/TID/children (since Linux 4.2 in every configuration with it). */
function childrenOf(pid: number): readonly number[] {
  const own = textOf(`/proc/${pid}/task/${pid}/children`).trim()
  return own === '' ? [] : own.split(' ').flatMap((one) => [Number(one), ...childrenOf(Number(one))])
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}
