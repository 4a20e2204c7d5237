import { latin1 } from '../model/pathname.js'

/**
 * Parts of names that the kernel or a tool makes up, so that they tell of nobody and stay: as a whole, or up to the colon
 * behind which people choose.
 *
 * Advice to the next reader: pmap shows a path's last part alone, so a part stays wherever it stands. A file that somebody
 * calls `[heap]` stays, too, and tells no more than that. Some put blanks before what they make up.
 */
const KEPT: readonly RegExp[] = [
  /^ *\[(?:heap|stack|vdso|vsyscall|vvar|vvar_vclock|vdso_data|vectors|sigpage|mpx|uprobes|gic|kuser|intrpt|rollup)\]/,
  /^ *\[(?:kvm-gmem|page size compat|aio|stack:\d+|threadstack:[0-9a-f]+)\]/,
  /^(?:anon_hugepage|secretmem|drm mm object|i915|SYSV[0-9a-f]{8}|map_files)/,
  /^(?:anon_inode:\[?[a-z0-9_.:-]+\]?|(?:socket|pipe):\[\d+\])/,
  // What pmap -k leaves of those names.
  /^\[(?:\d+|perf_event|io_uring|userfaultfd|vfio-device)\]/,
  /^(?:dev|zero|shm|ashmem|proc|sys)/,
  // The link that lsof could not read, by which `compare` knows that it might not look at the process.
  /^exe(?: \(readlink: [A-Za-z ]+\))?/,
  /^ *\[ ?(?:anon|stack|shmid=0x[0-9a-f]+) ?\]/,
]

/** What the kernel puts before a name that somebody chose. */
const BEFORE: readonly RegExp[] = [/^(?: *\[anon:|\[anon_shmem:|memfd:|dmabuf:)/]

const END = /^(?: \(deleted\)|$)/

/** The links that lsof names where it could not read them: numbers of a process, and of one of its threads. */
const LINK = /^\/proc\/\d+\/(?:task\/\d+\/)?exe(?: \(readlink: [A-Za-z ]+\))?$/

/** True for a name that stays as it is, for it tells of nobody. */
export function isKept(name: Uint8Array): boolean {
  return name.length < 100 && LINK.test(latin1(name))
}

/** What lsof puts behind a name whose file it did not find: a file may be called so, and then it cannot be told. */
const NOTE =
  / \((?:stat: (?:No such file or directory|Permission denied|Not a directory|File name too long)|path (?:dev=\d+,\d+(?:, inode=\d+)?|inode=\d+))\)$/

/** How many bytes at the end of a name stay as they are. */
export function keptAtEnd(name: Uint8Array): number {
  return NOTE.exec(latin1(name.subarray(-100)))?.[0].length ?? 0
}

/** How many bytes at the beginning of a part of a name stay as they are. */
export function keptIn(part: Uint8Array): number {
  const text = latin1(part.subarray(0, 100))
  for (const pattern of KEPT) {
    const size = pattern.exec(text)?.[0].length
    if (size !== undefined && END.test(text.slice(size))) return size
  }
  for (const pattern of BEFORE) {
    const size = pattern.exec(text)?.[0].length
    if (size !== undefined) return size
  }
  return 0
}
