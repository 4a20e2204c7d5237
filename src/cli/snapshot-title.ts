import type { Snapshot } from '../capture/types.js'

/** The first line of a report about a process: its name, its machine, and how still it stood. */
export function snapshotTitle({ process: of, host, moved, frozen, attempts }: Snapshot): string {
  const name = `${of.command}, pid ${of.pid}`
  const machine = `Linux ${host.kernel} ${host.arch}`
  return [name, machine, stillness(moved, frozen, attempts)].join(' · ')
}

function stillness(moved: boolean, frozen: boolean, attempts: number): string {
  const tries = attempts === 1 ? '' : ` (at try ${attempts})`
  if (moved) return `maps read before and after: changed${attempts === 1 ? '' : ` at each of ${attempts} tries`}`
  return `${frozen ? 'frozen; ' : ''}maps read before and after: unchanged${tries}`
}

/** Says so when the process is of a kind that has no mappings, so that there is nothing to compare. */
export function withoutMappings({ process: of }: Snapshot): string | undefined {
  const who = `${of.command}, pid ${of.pid}`
  if (of.kind === 'zombie') return `${who}, is a zombie: it has ended, and has no mappings any more; nothing to compare`
  if (of.kind === 'kernel-thread') return `${who}, is a kernel thread: it has no mappings; nothing to compare`
  return undefined
}
