import type { FileLock, Locale, StatFacts, Task } from '../adapter.js'
import type { Device } from '../model/device.js'
import type { ErrorCode } from '../report/errors.js'
import type { LiveProcess } from './process-facts.js'

/** One view to take: a file below `/proc/PID`, or what a tool prints. */
export type ViewRequest = {
  readonly adapter: string
  readonly dialect: string
} /** `optional` for a file that not every kernel has. */ & (
  | { readonly file: string; readonly optional?: true; readonly run?: undefined }
  /** The tool's name and its arguments; the argument `PID` stands for the pid. */
  | { readonly run: readonly string[]; readonly file?: undefined }
)

/** The raw text of one view. */
export interface CapturedText {
  readonly adapter: string
  readonly dialect: string
  /** Where it lies in a capture folder: `proc/maps`, `lsof/table.txt`. */
  readonly file: string
  readonly bytes: Uint8Array
  /** What the tool was called with, its absolute path first. */
  readonly argv?: readonly string[]
  /** The locale that the tool ran in. */
  readonly locale?: Locale
  readonly exit?: number
  readonly stderr?: Uint8Array
}

/** Why a view is not there. */
export interface Problem {
  /** `adapter:dialect`. */
  readonly view: string
  readonly code: ErrorCode
  readonly message: string
  /** The next step to take. */
  readonly next?: string
}

/** The machine that a capture was made on. */
export interface Host {
  /** Kernel release, as uname prints it. */
  readonly kernel?: string
  /** Hardware name, as uname prints it. */
  readonly arch?: string
  /** Bytes. */
  readonly pageSize?: number
}

/** A tool that was run. */
export interface Tool {
  readonly path: string
  readonly version?: string
}

/** Every view of one process, taken between two equal readings of its maps. */
export interface Snapshot {
  /** ISO 8601. */
  readonly captured: string
  readonly host: Host
  readonly tools: Readonly<Record<string, Tool>>
  readonly process: LiveProcess
  readonly stats: readonly StatFacts[]
  /** The locks that the process held. */
  readonly locks?: readonly FileLock[]
  /** Its threads, the main one first. */
  readonly tasks?: readonly Task[]
  /** What the stat of the process before says behind its first `(`, for one whose own name is empty to lsof. */
  readonly statBefore?: Uint8Array
  /** The kernel's device of System V shared memory, where a mapping of it told. */
  readonly sysvDevice?: Device
  /** True when the process was kept from running meanwhile. */
  readonly frozen: boolean
  /** True when maps was not the same after the views were taken, however often it was tried. */
  readonly moved: boolean
  /** How often the views were taken until maps stood still. */
  readonly attempts: number
  readonly texts: readonly CapturedText[]
  readonly problems: readonly Problem[]
  /** True when names, commands and users were replaced by tokens. */
  readonly redacted?: boolean
}
