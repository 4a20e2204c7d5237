import type { Seen } from '../../../src/adapter.js'
import { isBefore } from '../../../src/model/version.js'
import { hidesProcess, isEnded } from '../projection/executable.js'

/** True for a process that lsof finds: zombies it leaves out, and up to 4.99.6 commands with an unbalanced bracket. */
export function isListed({ state, facts }: Seen, version: string): boolean {
  const { process } = facts
  if (state === 'missing' || isEnded(process)) return false
  return !isBefore(version, '4.99.7') || !hidesProcess(process?.command)
}
