import type { Device } from './model/device.js'
import type { ProcessFacts } from './view.js'

/** The facts about a mapped file that a projection needs, as stat gave them when the views were taken. */
export interface FileStat {
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

/** What stat said of a path. */
export interface StatFacts extends FileStat {
  /** The path that was asked for, as bytes in latin-1, or a map_files entry. */
  readonly path: string
}

/** What stat said of paths, by their bytes read as latin-1. */
export interface Stats extends ReadonlyMap<string, StatFacts> {
  /** The same by the bytes themselves, which saves making texts of them. */
  find?(path: Uint8Array): FileStat | undefined
}

/** A lock that a process holds on a file, as `/proc/locks` lists it. */
export interface FileLock {
  readonly device: Device
  readonly inode: bigint
  readonly access: 'read' | 'write'
  /** True for a lock from the first byte to the end, however far that is. */
  readonly whole: boolean
}

/** A socket of the kind AF_PACKET, whose ring of packets a process may map. */
export interface PacketSocket {
  readonly inode: bigint
  /** As in socket(2): 2 for SOCK_DGRAM, 3 for SOCK_RAW. */
  readonly type: number
  /** The number of the protocol: 3 for all of them, 0x800 for IP. */
  readonly protocol: number
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
  readonly stats?: Stats
  /** The locks that the process holds. */
  readonly locks?: readonly FileLock[]
  /** Its threads, the main one (whose tid is the pid) first. */
  readonly tasks?: readonly Task[]
  /**
   * What `/proc/PID/stat` says behind its first `(` of the nearest process before this one that has a name; only where this one
   * has none. lsof up to 4.97 then shows that name.
   */
  readonly statBefore?: Uint8Array
  /** The packet sockets of the network namespace of who looks; only where the process lives in another mount namespace. */
  readonly packetSockets?: readonly PacketSocket[]
  /** The kernel's own device of System V shared memory, where a mapping of it told. */
  readonly sysvDevice?: Device
  /** True when the process stood still while every view was taken. */
  readonly frozen?: boolean
  readonly pageSize?: number
}
