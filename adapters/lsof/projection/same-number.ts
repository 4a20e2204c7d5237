import { isMarkedDeleted, latin1 } from '../../../src/model/pathname.js'
import { type ListedFiles, shmidOf } from './listed-files.js'
import { mayBeAnonymous } from './shown-keys.js'

/** System V segments are numbered by themselves, on a device that numbers memory files otherwise. */
const SEGMENT = /^\/SYSV[0-9a-f]{8}/
const MEMORY = /^(?:\/memfd:|\/dev\/zero|\[anon_shmem:|\/SYSV)/
const SHOWN_MEMFD = /^\/?memfd:/

/** Shared memory without a name is never of huge pages, under this name. */
const SHOWN_ZERO = /^\/?(?:dev\/)?zero \(deleted\)$/

/** Most files of the kernel's own that have no name in any folder have one number. */
const ANON_INODE = /^anon_inode:/

const NO_NAME = new Uint8Array(0)

/**
 * Listed rows of another file that may have the device and the number of a row's file, so that lsof takes them for one: files
 * called `anon_inode:`, and System V segments beside files of memory.
 */
export function ofSameNumber(files: ListedFiles, row: number): readonly number[] {
  const name = files.view.table.pathnameBytes(row) ?? NO_NAME
  const { table } = files.as
  const like = (pattern: RegExp): readonly number[] =>
    files.mapped.filter(
      (file) => pattern.test(latin1(table.pathnameBytes(file) ?? NO_NAME)) && files.mayLieOn(row, file),
    )
  const shmid = shmidOf(name)
  if (shmid !== undefined) return like(MEMORY).filter((file) => table.inode(file) === shmid)
  const text = latin1(name)
  // Of `anon_inode:[io_uring]` pmap -k shows what is in brackets.
  const ofAnonInode =
    ANON_INODE.test(text) || (text.startsWith('[') && mayBeAnonymous(name, files.view)) ? like(ANON_INODE) : []
  if (ofAnonInode.length > 0) return ofAnonInode
  // A file in memory alone is always marked.
  if (SHOWN_MEMFD.test(text) && (isMarkedDeleted(name) || files.shown.cutsAtBlank)) return like(SEGMENT)
  return SHOWN_ZERO.test(text) || files.isMadeUp(row) ? like(SEGMENT).filter((file) => files.mayBeSmall(file)) : []
}
