import type { FileStat } from '../../../src/adapter.js'
import type { Device } from '../../../src/model/device.js'
import { sameDevice } from '../../../src/model/device.js'
import type { FileFacts } from '../../../src/model/region.js'

/** What lsof makes of a file, given what stat said of its path. */
export interface Outcome {
  readonly file: FileFacts
  /** Whether stat's device and inode are the mapping's. */
  readonly found: 'the mapped file' | 'another file' | 'nothing'
}

/** `strerror` of the errors that stat gives, as glibc words them in English. */
const ERRORS: Readonly<Record<string, string>> = {
  EACCES: 'Permission denied',
  EAGAIN: 'Resource temporarily unavailable',
  EIO: 'Input/output error',
  ELOOP: 'Too many levels of symbolic links',
  ENAMETOOLONG: 'File name too long',
  ENOENT: 'No such file or directory',
  ENOTCONN: 'Transport endpoint is not connected',
  ENOTDIR: 'Not a directory',
  EPERM: 'Operation not permitted',
  ESTALE: 'Stale file handle',
  ETIMEDOUT: 'Connection timed out',
}

/** lsof's TYPE by the file type bits of a mode (`S_IFMT`). */
const TYPES: ReadonlyMap<number, string> = new Map([
  [0o010000, 'FIFO'],
  [0o020000, 'CHR'],
  [0o040000, 'DIR'],
  [0o060000, 'BLK'],
  [0o100000, 'REG'],
  [0o120000, 'LINK'],
])

/** An error's words as glibc has them in English; undefined for one that is not known here. */
export function wordsOf(error: string): string | undefined {
  return ERRORS[error]
}

const WITHOUT_SIZE: ReadonlySet<string> = new Set(['FIFO', 'CHR', 'BLK'])

/** The row that lsof (all versions, in its own mount namespace) prints for a mapping after stat of its path. */
export function outcomeOf(stat: FileStat, device: Device, inode: bigint, deleted: boolean): Outcome {
  const { error, mode } = stat
  if (error !== undefined || stat.device === undefined || stat.inode === undefined || mode === undefined) {
    if (deleted) return { file: { descriptor: 'DEL', type: 'REG' }, found: 'nothing' }
    const words = error === undefined ? undefined : ERRORS[error]
    return {
      file: { descriptor: 'mem', type: 'REG', ...(words === undefined ? {} : { note: `(stat: ${words})` }) },
      found: 'nothing',
    }
  }
  if (sameDevice(stat.device, device) && stat.inode === inode)
    return { file: matched(stat, mode), found: 'the mapped file' }
  if (deleted) return { file: { descriptor: 'DEL', type: 'REG' }, found: 'another file' }
  const pieces: string[] = []
  if (!sameDevice(stat.device, device)) pieces.push(`dev=${stat.device.major},${stat.device.minor}`)
  if (stat.inode !== inode) pieces.push(`inode=${stat.inode}`)
  return { file: { descriptor: 'mem', type: 'REG', note: `(path ${pieces.join(', ')})` }, found: 'another file' }
}

/** The row that lsof (since 4.96.0) prints for a mapping of another mount namespace, after stat of its entry in map_files. */
export function outcomeElsewhere(stat: FileStat, device: Device, inode: bigint, deleted: boolean): Outcome {
  return outcomeOf(stat, stat.device ?? device, stat.inode ?? inode, deleted)
}

/** What is certain of a file whose path nobody here looked at: only what is marked deleted, and was not found, is listed as DEL. */
export function notLookedAt(deleted: boolean | 'and not found' | undefined): FileFacts {
  if (deleted === 'and not found') return { descriptor: 'DEL' }
  return deleted === false ? { descriptor: 'mem' } : {}
}

/** What lsof says of a file that it found: all that stat says. */
export function matched(stat: FileStat, mode: number): FileFacts {
  const kind = mode & 0o170000
  const type = TYPES.get(kind) ?? (kind >> 12).toString(8).padStart(4, '0')
  const { size, links, rdev } = stat
  const file: { -readonly [K in keyof FileFacts]: FileFacts[K] } = { descriptor: 'mem', type }
  if (size !== undefined && !WITHOUT_SIZE.has(type)) file.size = size
  if (links !== undefined) file.links = links
  if (rdev !== undefined && (type === 'CHR' || type === 'BLK')) file.rdev = rdev
  return file
}
