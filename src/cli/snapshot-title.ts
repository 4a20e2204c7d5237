import type { Snapshot } from '../capture/types.js'

/** The first line of a report about a process: its name, its machine, and how still it stood. */
export function snapshotTitle({ process: of, host, moved, frozen, attempts }: Snapshot): string {
  const machine = host.kernel === undefined ? [] : [['Linux', host.kernel, host.arch ?? []].flat().join(' ')]
  return [whoOf(of), ...machine, stillness(moved, frozen, attempts)].join(' · ')
}

function stillness(moved: boolean, frozen: boolean, attempts: number): string {
  const tries = attempts === 1 ? '' : ` (at try ${attempts})`
  if (moved) return `maps read before and after: changed${attempts === 1 ? '' : ` at each of ${attempts} tries`}`
  return `${frozen ? 'frozen; ' : ''}maps read before and after: unchanged${tries}`
}

/** Says so when the process is of a kind that has no mappings, so that there is nothing to compare, or to do whatever `deed` says. */
export function withoutMappings({ process: of }: Snapshot, deed = 'compare'): string | undefined {
  const who = whoOf(of)
  if (of.kind === 'zombie') return `${who}, is a zombie: it has ended, and has no mappings any more; nothing to ${deed}`
  if (of.kind === 'kernel-thread') return `${who}, is a kernel thread: it has no mappings; nothing to ${deed}`
  return undefined
}

function whoOf({ command, pid }: Snapshot['process']): string {
  return command === undefined ? `pid ${pid}` : `${command}, pid ${pid}`
}
