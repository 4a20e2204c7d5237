import type { Seen, View } from '../../../src/adapter.js'

const encoder = new TextEncoder()

/**
 * How procps ends: 1 where a process cannot be read, 42 where there is none, both bits together where both happened; at the first
 * process whose smaps `complaintAbout` complains of, with 1.
 */
export function procpsEnd(
  seen: readonly Seen[],
  stderr: string,
  complaintAbout: (view: View) => string | undefined = () => undefined,
): { stderr: Uint8Array; exit: number } {
  let exit = 0
  for (const { state, view } of seen) {
    const complaint = view === undefined ? undefined : complaintAbout(view)
    if (complaint !== undefined) return { stderr: encoder.encode(stderr + complaint), exit: 1 }
    exit |= state === 'missing' ? 42 : state === 'unreadable' ? 1 : 0
  }
  return { stderr: encoder.encode(stderr), exit }
}

/** How busybox ends: 42 where a process is missing or cannot be read, without a word. */
export function busyboxEnd(seen: readonly Seen[]): { exit: number } {
  return { exit: seen.every(({ state }) => state === 'there') ? 0 : 42 }
}

/** How toybox ends: it names each file that it could not read, then complains of the word it stopped at; either makes it 1. */
export function toyboxEnd(
  seen: readonly Seen[],
  file: 'maps' | 'smaps',
  complaint: string,
): { stderr: Uint8Array; exit: number } {
  const bad = seen.filter(({ state }) => state !== 'there')
  const lines = bad.map(({ pid, state }) => `pmap: no /proc/${pid}/${state === 'missing' ? 'cmdline' : file}\n`)
  const stderr = lines.join('') + complaint
  return { stderr: encoder.encode(stderr), exit: stderr === '' ? 0 : 1 }
}
