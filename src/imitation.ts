import type { FormatOptions, Projection } from './adapter.js'
import type { Facts } from './facts.js'
import type { Locale, View } from './view.js'

/** A run of a tool, as far as what it prints depends on it. */
export interface Run {
  /** The words behind the tool's name. */
  readonly words: readonly string[]
  /** One of the tool's `versions`, or any other that lies between two of them. */
  readonly version: string
  readonly locale: Locale
  /** The machine's hardware name, as uname prints it; one whose C has signed characters where absent. */
  readonly arch?: string
  /** The folder that HOME names; absent where it is not set. */
  readonly home?: string
  /** What the file says that `settings` named; absent where it cannot be read. */
  readonly settings?: Uint8Array
}

/** What a run prints, and its exit status. */
export interface Answer {
  readonly stdout: Iterable<Uint8Array>
  readonly stderr: Uint8Array
  readonly exit: number
  /** A file that the tool makes before it says this, where there is none yet; what it says instead where it cannot. */
  readonly makes?: { readonly path: string; readonly bytes: Uint8Array; readonly otherwise: Answer }
}

/** Facts that a plan may need, by their names in `Facts`; those that cost nothing are always there. */
export type WantedFact = 'stats' | 'locks' | 'tasks' | 'statBefore' | 'packetSockets'

/** A process as a tool finds it. */
export interface Seen {
  /** As it was asked for: the pid, or the id of a thread. */
  readonly pid: number
  /** Its mappings; none for a kernel thread and a zombie. Absent where there is no such process, or it may not be read. */
  readonly view?: View
  /** `missing` where there is no such process; `unreadable` where the kernel keeps its mappings from this user. */
  readonly state: 'there' | 'missing' | 'unreadable'
  readonly facts: Facts
}

/** What a tool says behind everything else, and its exit status. */
export interface Ending {
  readonly stdout?: Uint8Array
  readonly stderr?: Uint8Array
  readonly exit: number
}

/** What a tool does when it is run with certain words. */
export interface Plan {
  /** The processes that it looks at, in its order, as often as it does; `all` that there are, by pid. */
  readonly processes: readonly number[] | 'all'
  /** The file below /proc/PID that it takes the mappings from. */
  readonly reads: 'maps' | 'smaps'
  readonly wants: readonly WantedFact[]
  /** The dialect of what it prints. */
  readonly dialect: string
  /** The words that the run comes down to, in their plainest form and with what its settings add; its own where absent. */
  readonly words?: readonly string[]
  /** Whether it prints anything about a process; where absent, about each that is not missing. */
  selects?(seen: Seen): boolean
  /** What else it says, and how it ends, once it has printed so many regions of these processes. */
  end(seen: readonly Seen[], printed: number): Ending
}

/** A tool whose runs can be imitated: what it prints, byte for byte, without it. */
export interface Imitation {
  /** The versions that differ, oldest first; a version between two of them prints what the older one does. */
  readonly versions: readonly string[]
  /** The path of the file of settings that a run reads, or makes, before it does anything else; undefined for none. */
  settings?(run: Run): string | undefined
  /** The processes that a run with these words prints alone; undefined where it may print any. */
  pidsAsked(words: readonly string[], version: string): readonly number[] | undefined
  /**
   * What the tool does when it is run so, or at once its answer, where that depends on no process: help, a version, an error.
   * Throws a MemmapsError `usage` for what lies outside of memory maps.
   */
  plan(run: Run): Plan | Answer
  /** The text about views that were projected to what the tool would have seen, each from its origin. */
  print(views: readonly View[], options: FormatOptions): Iterable<Uint8Array>
}

/** What a view that is to be written was projected from. */
export interface Origin {
  /** The process; its pid is absent where nobody said it. */
  readonly seen: Omit<Seen, 'pid'> & { readonly pid?: number }
  readonly projection: Projection
}
