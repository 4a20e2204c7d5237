import type { Device } from './model/device.js'
import type { ProcessFacts } from './view.js'

/** The facts about a mapped file that a projection needs, as stat gave them when the views were taken. */
export interface StatFacts {
  /** The path that was asked for, as bytes in latin-1, or a map_files entry. */
  readonly path: string
  readonly device?: Device
  readonly inode?: bigint
  /** File type and mode bits. */
  readonly mode?: number
  readonly size?: bigint
  readonly links?: bigint
  readonly rdev?: Device
  /** The error's name where stat failed: `ENOENT`, … */
  readonly error?: string
}

/** A lock that a process holds on a file, as `/proc/locks` lists it. */
export interface FileLock {
  readonly device: Device
  readonly inode: bigint
  readonly access: 'read' | 'write'
  /** True for a lock from the first byte to the end, however far that is. */
  readonly whole: boolean
}

/** A thread of a process. */
export interface Task {
  readonly tid: number
  /** The kernel's short name (`comm`), its very bytes. */
  readonly comm: Uint8Array
}

/** What else was learned about the process and its files while the views were taken. */
export interface Facts {
  readonly process?: ProcessFacts
  /**
   * By path as maps prints it, read as latin-1, without ` (deleted)` and cut at a TAB (as lsof asks). Of files below /proc/PID
   * by their names there: `exe`, and `map_files/START-END` for a process in another mount namespace.
   */
  readonly stats?: ReadonlyMap<string, StatFacts>
  /** The locks that the process holds. */
  readonly locks?: readonly FileLock[]
  /** Its threads, the main one (whose tid is the pid) first. */
  readonly tasks?: readonly Task[]
  /** True when the process stood still while every view was taken. */
  readonly frozen?: boolean
  readonly pageSize?: number
}
