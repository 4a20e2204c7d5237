import type { Device } from './device.js'
import type { Perms } from './perms.js'

/**
 * The kernel's name of an smaps number (`Rss`, `Private_Dirty`, …), or `Dirty`, which pmap -x makes of two of them. Any
 * name is possible: a counter of a newer kernel is kept under the name it has there.
 */
export type CounterName = string

/** What lsof or stat said about the mapped file. */
export interface FileFacts {
  /** lsof's FD column: `mem`, `txt`, `DEL`, or a number for a row of another kind. */
  readonly descriptor?: string
  /** lsof's TYPE column: `REG`, `CHR`, `DIR`, … */
  readonly type?: string
  /** Size of the file in bytes when it was looked at; never the size of the mapping. */
  readonly size?: bigint
  /** Number of hard links. */
  readonly links?: bigint
  /** The device that a character or block special file stands for. */
  readonly rdev?: Device
  /** lsof's lock letter (`W`, `r`, …) when the process holds a lock on the file. */
  readonly lock?: string
  /** lsof's access letter (`r`, `w`, `u`); never set for a mapping. */
  readonly access?: string
  /** What lsof appends to a name, with its brackets: `(stat: No such file or directory)`. */
  readonly note?: string
}

/** One mapping as a source reported it. A missing field means the source does not say; it never means zero. */
export interface Region {
  /** First byte of the range. */
  readonly start?: bigint
  /** One past the last byte. // exclusive */
  readonly end?: bigint
  readonly perms?: Perms
  /** Bytes into the backing object. */
  readonly offset?: bigint
  readonly device?: Device
  /** 0 when no file is behind the mapping. */
  readonly inode?: bigint
  /** As printed, escapes left alone; '' is an unnamed mapping. Bytes that are not UTF-8 show as U+FFFD. */
  readonly pathname?: string
  /** The pathname's bytes, set only when they are not UTF-8. */
  readonly pathnameBytes?: Uint8Array
  /** By kernel name: bytes, save for the counters without a unit (THPeligible, ProtectionKey). */
  readonly counters?: Readonly<Record<CounterName, number>>
  /** The two-letter codes in the kernel's order; codes we do not know are kept. */
  readonly vmFlags?: readonly string[]
  readonly file?: FileFacts
  /** Fields we do not know yet, kept as they were printed. */
  readonly extra?: Readonly<Record<string, string>>
}
