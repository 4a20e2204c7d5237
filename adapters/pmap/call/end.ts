import type { Seen } from '../../../src/adapter.js'

const encoder = new TextEncoder()

/** How procps ends: 1 where a process cannot be read, 42 where there is none, both bits together where both happened. */
export function procpsEnd(seen: readonly Seen[], stderr: string): { stderr: Uint8Array; exit: number } {
  let exit = 0
  for (const { state } of seen) exit |= state === 'missing' ? 42 : state === 'unreadable' ? 1 : 0
  return { stderr: encoder.encode(stderr), exit }
}

/** How busybox ends: 42 where a process is missing or cannot be read, without a word. */
export function busyboxEnd(seen: readonly Seen[]): { exit: number } {
  return { exit: seen.every(({ state }) => state === 'there') ? 0 : 42 }
}

/** How toybox ends: it names the file that it could not read, and its status is 1. */
export function toyboxEnd(seen: readonly Seen[], file: 'maps' | 'smaps'): { stderr: Uint8Array; exit: number } {
  const bad = seen.filter(({ state }) => state !== 'there')
  const lines = bad.map(({ pid, state }) => `pmap: no /proc/${pid}/${state === 'missing' ? 'cmdline' : file}\n`)
  return { stderr: encoder.encode(lines.join('')), exit: bad.length === 0 ? 0 : 1 }
}
