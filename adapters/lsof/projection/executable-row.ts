import type { Facts, FileStat } from '../../../src/adapter.js'
import type { TableBuilder } from '../../../src/model/builder.js'
import { INODE } from '../../../src/model/fields.js'
import { lockLetter } from './locks.js'
import { matched, wordsOf } from './outcome.js'

const encoder = new TextEncoder()

/** The row of a projected row that no region of the richer view stands for. */
export const NO_ROW = 0xffffffff

/** What is known when the row `txt` is made. */
export interface ExecutableFacts {
  readonly facts: Facts
  /** What stat said of `/proc/PID/exe`. */
  readonly stat: FileStat
  /** Brings a name into the listing's form. */
  write(name: Uint8Array): Uint8Array
  /** The name in maps of the executable, where it is mapped. */
  readonly mapped: Uint8Array | undefined
  /** True where warnings are on: else lsof keeps quiet of a link that leads nowhere. */
  readonly warnings: boolean
}

/** Fills the builder's next row with the row `txt` that lsof (all versions) prints of a process; false where there is none. */
export function putExecutable(builder: TableBuilder, known: ExecutableFacts): boolean {
  const { facts, stat, mapped, warnings } = known
  const { device, inode, mode } = stat
  if (stat.error !== undefined || device === undefined || inode === undefined || mode === undefined) {
    const { pid } = facts.process ?? {}
    if (!warnings || pid === undefined) return false
    putUnknown(builder, pid, stat.error ?? 'ENOENT')
    return true
  }
  builder.openRow(0)
  builder.device(device.major, device.minor)
  builder.bigint(INODE, inode)
  const lock = lockLetter(facts.locks, device, inode)
  builder.file({ ...matched(stat, mode), descriptor: 'txt', ...(lock === undefined ? {} : { lock }) })
  const link = facts.process?.exe?.pathname
  const name = link === undefined || link.includes('\ufffd') ? mapped : encoder.encode(link)
  if (name !== undefined) {
    const written = known.write(name)
    builder.pathname(written, 0, written.length)
  }
  return true
}

/** The row of a link that could not be followed: of a kernel thread, which has none, or of somebody else's process. */
export function putUnknown(builder: TableBuilder, pid: number, error: string): void {
  const words = error === 'ENOENT' ? undefined : wordsOf(error)
  const name = encoder.encode(`/proc/${pid}/exe`)
  builder.openRow(0)
  builder.file({
    descriptor: 'txt',
    type: 'unknown',
    ...(words === undefined ? {} : { note: `(readlink: ${words})` }),
  })
  builder.pathname(name, 0, name.length)
}
