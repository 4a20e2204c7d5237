import { existsSync, statSync } from 'node:fs'
import { MemmapsError } from '../report/errors.js'
import { isLive, PROC, pidsIn } from './proc-root.js'
import { describeUser } from './users.js'

/** How many processes of a directory are named to those who ask for one that it has not. */
const MOST_NAMED = 10

/** What went wrong with a file below `/proc/PID`, told as something about the process. */
export function procError(error: unknown, pid: number, name: string, procRoot: string): MemmapsError {
  const { code = 'an unknown error' } = error as NodeJS.ErrnoException
  const path = `${procRoot}/${pid}/${name}`
  const alive = existsSync(`${procRoot}/${pid}`)
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      if (!alive) return noProcess(pid, procRoot)
      return new MemmapsError(
        'unreadable',
        `there is no ${path}`,
        isLive(procRoot) ? 'this kernel may be too old, or built without it' : 'the tree was saved without it',
      )
    case 'ESRCH':
      if (!alive) return ended(pid)
      return new MemmapsError('unreadable', `process ${pid} has no memory of its own, so nothing is in ${path}`)
    case 'EACCES':
    case 'EPERM':
      if (isLive(procRoot)) return noPermission(pid, `read its ${name}`, procRoot)
      return new MemmapsError('no-permission', `${path} may not be read by this user`, 'check its permissions')
    default:
      return new MemmapsError('unreadable', `${path} cannot be read: ${code}`, undefined, { cause: error })
  }
}

/** The process is gone since it was first seen. */
export function ended(pid: number): MemmapsError {
  return new MemmapsError('ended', `process ${pid} ended while it was read`, 'start it again, or choose another one')
}

/** The pid is now that of another process. */
export function recycled(pid: number): MemmapsError {
  return new MemmapsError(
    'ended',
    `process ${pid} ended while it was read, and another process has its pid now`,
    'check the pid with ps',
  )
}

function noProcess(pid: number, procRoot: string): MemmapsError {
  const pids = pidsIn(procRoot) ?? []
  if (pids.length > 0 && procRoot === PROC) {
    return new MemmapsError('no-process', `no process ${pid}`, 'check the pid with ps')
  }
  if (pids.length > 0) {
    const more = pids.length > MOST_NAMED ? ' and others' : ''
    return new MemmapsError(
      'no-process',
      `no process ${pid} in ${procRoot}`,
      `it has ${pids.slice(0, MOST_NAMED).join(', ')}${more}`,
    )
  }
  if (existsSync(`${procRoot}/maps`)) {
    return new MemmapsError('no-process', `${procRoot} is a process’s own folder`, 'name the folder it is in')
  }
  return new MemmapsError(
    'no-process',
    existsSync(procRoot) ? `there are no processes in ${procRoot}` : `there is no directory ${procRoot}`,
    procRoot === PROC
      ? 'read live processes on Linux with /proc mounted; saved files can be read anywhere'
      : 'name a directory that has PID/maps in it',
  )
}

/** This user may not do something with the process. */
export function noPermission(pid: number, deed: string, procRoot: string): MemmapsError {
  const self = process.geteuid?.() ?? -1
  const owner = ownerOf(pid, procRoot)
  const user = describeUser(self)
  if (owner === undefined || owner === self) {
    return new MemmapsError(
      'no-permission',
      `process ${pid} does not let ${user} ${deed}`,
      self === 0 ? 'run the command outside of the container or sandbox' : 'run the command with sudo',
    )
  }
  const other = describeUser(owner)
  return new MemmapsError(
    'no-permission',
    `process ${pid} belongs to ${other}; ${user} may not ${deed}`,
    owner === 0 ? 'run the command with sudo' : `run the command as ${other}, or with sudo`,
  )
}

function ownerOf(pid: number, procRoot: string): number | undefined {
  try {
    return statSync(`${procRoot}/${pid}`).uid
  } catch {
    return undefined
  }
}
