import { readlinkSync, statSync } from 'node:fs'
import type { ProcessFacts } from '../adapter.js'
import { deviceFromNumber } from '../model/device.js'
import { MemmapsError } from '../report/errors.js'
import { present } from './present.js'
import { PROC, readProcFile } from './proc.js'
import { isLive, isThere } from './proc-root.js'
import { readStatLine, type StatLine } from './stat-line.js'
import { loginOf } from './users.js'

/** What the kernel says of a process that it still has. */
export interface LiveProcess extends ProcessFacts {
  readonly pid: number
  /** Whether it can have mappings: a zombie has none any more, and a kernel thread never had. */
  readonly kind: 'process' | 'zombie' | 'kernel-thread'
}

/**
 * Reads the facts of a process; those that the kernel does not show to this user, and those that a saved tree does not have,
 * are absent. Names of users are known of this machine's own `/proc` alone, files only where a kernel leads to them.
 */
export function readProcess(pid: number, procRoot: string = PROC): LiveProcess {
  const stat = findStat(pid, procRoot)
  const uid = readUid(pid, procRoot)
  const tgid = readTgid(pid, procRoot)
  return present({
    pid,
    command: stat?.command,
    comm: stat?.comm,
    state: stat?.state,
    tgid: tgid === pid ? undefined : tgid,
    kind: kindOf(stat),
    cmdline: attempt(() => readProcFile(pid, 'cmdline', procRoot)),
    uid,
    user: uid === undefined || procRoot !== PROC ? undefined : loginOf(uid),
    ppid: stat?.ppid,
    pgid: stat?.pgid,
    startTime: stat?.startTime,
    startStack: stat?.startStack,
    exe: isLive(procRoot) ? attempt(() => readExe(pid, procRoot)) : undefined,
    sameMountNamespace: attempt(
      () => readlinkSync(`${procRoot}/self/ns/mnt`) === readlinkSync(`${procRoot}/${pid}/ns/mnt`),
    ),
  })
}

/** Reads what a process is called, and its kind: all that many a report tells of it. */
export function readProcessName(pid: number, procRoot: string = PROC): LiveProcess {
  const stat = findStat(pid, procRoot)
  return present({ pid, command: stat?.command, kind: kindOf(stat) })
}

/** Reads `/proc/PID/stat`; undefined where a saved tree has the process and not this file. */
export function findStat(pid: number, procRoot: string): StatLine | undefined {
  const lacks = !isLive(procRoot) && isThere(pid, '', procRoot) && !isThere(pid, 'stat', procRoot)
  return lacks ? undefined : readStat(pid, procRoot)
}

/** Reads `/proc/PID/stat`. */
export function readStat(pid: number, procRoot: string = PROC): StatLine {
  const stat = readStatLine(readProcFile(pid, 'stat', procRoot))
  if (stat === undefined) throw new MemmapsError('unreadable', `${procRoot}/${pid}/stat is not what a kernel prints`)
  return stat
}

function kindOf(stat: StatLine | undefined): LiveProcess['kind'] {
  if (stat === undefined) return 'process'
  if (stat.state === 'Z' || stat.state === 'X') return 'zombie'
  return stat.kernelThread ? 'kernel-thread' : 'process'
}

/** The effective user: the second number after `Uid:` in `/proc/PID/status`. */
function readUid(pid: number, procRoot: string): number | undefined {
  const status = attempt(() => readProcFile(pid, 'status', procRoot))
  const match = /^Uid:\t\d+\t(\d+)\t/m.exec(new TextDecoder('latin1').decode(status))
  return match === null ? undefined : Number(match[1])
}

/** The process that a thread belongs to: the number after `Tgid:` in `/proc/PID/status`. */
function readTgid(pid: number, procRoot: string): number | undefined {
  const status = attempt(() => readProcFile(pid, 'status', procRoot))
  const match = /^Tgid:\t(\d+)$/m.exec(new TextDecoder('latin1').decode(status))
  return match === null ? undefined : Number(match[1])
}

function readExe(pid: number, procRoot: string): NonNullable<ProcessFacts['exe']> {
  const link = `${procRoot}/${pid}/exe`
  const { dev, ino } = statSync(link, { bigint: true })
  return {
    pathname: readlinkSync(link),
    device: deviceFromNumber(BigInt.asUintN(64, dev)),
    inode: BigInt.asUintN(64, ino),
  }
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
