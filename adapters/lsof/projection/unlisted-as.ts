import type { Facts, View } from '../../../src/adapter.js'
import { sameDevice } from '../../../src/model/device.js'
import { isMarkedDeleted, latin1 } from '../../../src/model/pathname.js'
import type { LsofReason } from '../reasons.js'
import { executableOf as fileOf, hidesProcess, isEnded } from './executable.js'
import { shmidOf } from './listed-files.js'
import { executableOf, lastPart } from './name-parts.js'
import { selectionOf } from './selection.js'
import { mayBeAnonymous } from './shown-keys.js'

const SOCKET = /^socket:\[\d+\]$/

/** The types of files that lsof lists by a path, and never of sockets. */
const NAMED = /^(?:REG|CHR|BLK|DIR|FIFO|LINK|UNKN.*)$/

const NO_NAME = new Uint8Array(0)

/** Names the rule by which a row of a view without inodes need not be of a listed file; undefined for one that must be. */
export function unlistedRule(view: View, as: View, facts: Facts): (row: number) => LsofReason | undefined {
  const selected = selectionOf(as)
  const executable = executableOf(as, facts)
  const lies = fileOf(as, facts)?.device
  const mayDescribe = listsSockets(as)
  const { table } = view
  const { sameMountNamespace } = facts.process ?? {}
  const isNotListed = as.table.length === 0 && (isEnded(facts.process) || hidesProcess(facts.process?.command))
  return (row) => {
    const name = table.pathnameBytes(row) ?? NO_NAME
    // What a pmap made up of a name in brackets is never marked.
    const isGone = shmidOf(name) !== undefined || (isMarkedDeleted(name) && !latin1(name).startsWith('  ['))
    // Shared memory always has a file, if only one that the kernel made.
    const mayHaveNoFile = table.perms(row)?.[3] !== 's' && hasNoDevice(view, row)
    if (shmidOf(name) === undefined && mayBeAnonymous(name, view) && mayHaveNoFile) return 'anonymous-not-listed'
    // A name that a program gave its memory may have a slash, and pmap shows what follows that.
    const device = table.device(row)
    if (device?.major === 0 && device.minor === 0 && latin1(name).endsWith(']')) return 'anonymous-not-listed'
    const mayBeExecutable = selected('txt') !== true && latin1(lastPart(name)) === executable
    if (mayBeExecutable && (!lies || !device || sameDevice(device, lies))) return 'executable-is-txt'
    if (selected('mem') === false && !isGone) return 'not-selected'
    // A System V segment that is not listed may have the number of a file of memory.
    if (selected('DEL') !== true && (isGone || mayBeAnonymous(name, view))) return 'deleted-is-del'
    if (isGone && sameMountNamespace === false) return 'other-mount-namespace'
    if (sameMountNamespace !== true && mayDescribe && SOCKET.test(latin1(name))) return 'other-mount-namespace'
    return isNotListed ? 'zombie-not-listed' : undefined
  }
}

/** True where memory without a file is shown so, or no device is shown at all. */
function hasNoDevice({ table }: View, row: number): boolean {
  const device = table.device(row)
  return device === undefined || (device.major === 0 && device.minor === 0)
}

/** True for a listing with a row of what is no file that has a name: so lsof may describe a socket. */
function listsSockets({ table }: View): boolean {
  for (let row = 0; row < table.length; row++) if (!NAMED.test(table.file(row)?.type ?? '')) return true
  return false
}
