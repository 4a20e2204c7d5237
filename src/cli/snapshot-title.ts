import type { Snapshot } from '../capture/types.js'

/** The first line of a report about a process: its name, its machine, and how still it stood. */
export function snapshotTitle({ process: of, host, moved, frozen, attempts }: Snapshot): string {
  const name = `${of.command}, pid ${of.pid}`
  const machine = `Linux ${host.kernel} ${host.arch}`
  return [name, machine, stillness(moved, frozen, attempts)].join(' · ')
}

function stillness(moved: boolean, frozen: boolean, attempts: number): string {
  const tries = attempts === 1 ? '' : ` (at try ${attempts})`
  if (moved) return `maps read before and after: changed, ${attempts} times`
  return `${frozen ? 'frozen; ' : ''}maps read before and after: unchanged${tries}`
}
