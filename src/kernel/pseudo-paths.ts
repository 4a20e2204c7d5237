import { isWithin, type Span } from './version.js'

/** A name that the kernel makes up for a mapping. */
export interface PseudoPath extends Span {
  /** The whole name, or with `*` for the part that varies. */
  readonly name: string
  /** What is mapped. */
  readonly means: string
  /** Set where only these architectures have it, by their names in the kernel's `arch/`. */
  readonly arch?: readonly string[]
  /** True where it names a file in a file system of the kernel's own, so that device and inode are set. */
  readonly file?: true
  /** True where only Android kernels make it. */
  readonly android?: true
  /** What kernels of another time call the same memory; without a name where absent. */
  readonly otherwise?: string
}

/** Every made-up name. `since` is missing where no source old enough was at hand. */
export const PSEUDO_PATHS: readonly PseudoPath[] = [
  { name: '[heap]', means: 'the memory that brk gives', since: '2.6.12' },
  { name: '[stack]', means: 'the main stack', since: '2.6.12' },
  { name: '[stack:*]', means: 'the stack of a thread, by decimal id', since: '3.4', until: '4.4' },
  {
    name: '[threadstack:*]',
    means: 'the stack of a thread, by used size in hex; in task/TID/maps only',
    since: '2.6.32',
    until: '2.6.33',
  },
  { name: '[vdso]', means: 'the kernel’s code for programs; on x86-64 the gate page up to 2.6.22', since: '2.6.12' },
  {
    name: '[vsyscall]',
    means: 'the gate page, always the last line',
    since: '2.6.23',
    arch: ['x86'],
    otherwise: '[vdso]',
  },
  { name: '[vvar]', means: 'the data of the vdso', since: '3.15' },
  { name: '[vvar_vclock]', means: 'the clocks of the vdso', since: '6.13', arch: ['x86'], otherwise: '[vvar]' },
  { name: '[vdso_data]', means: 'the data of the vdso', arch: ['csky'] },
  { name: '[vectors]', means: 'exception vectors', arch: ['arm', 'arm64', 'unicore32'] },
  { name: '[sigpage]', means: 'code to return from signals', arch: ['arm', 'arm64'] },
  { name: '[mpx]', means: 'bounds of Intel MPX', until: '5.5', arch: ['x86'] },
  { name: '[uprobes]', means: 'instructions displaced by probes', since: '4.3' },
  { name: '[gic]', means: 'the interrupt controller', arch: ['mips'] },
  { name: '[kuser]', means: 'the kernel’s helpers for programs', arch: ['nios2'] },
  { name: '[intrpt]', means: 'interrupt vectors', arch: ['tile'] },
  { name: '[anon:*]', means: 'named anonymous memory', since: '5.17' },
  { name: '[anon_shmem:*]', means: 'named shared anonymous memory', since: '6.2', file: true },
  { name: '[page size compat]', means: 'padding behind a library on 16 KiB pages', android: true },
  { name: '[rollup]', means: 'the one line of smaps_rollup, the sum of all mappings', since: '4.14' },
  { name: '[kvm-gmem]', means: 'memory of a guest', file: true },
  { name: 'anon_inode:*', means: 'a file without a name: perf_event, io_uring, …', file: true },
  { name: 'socket:[*]', means: 'the ring of a packet socket', file: true },
  { name: '/dev/zero (deleted)', means: 'shared anonymous memory', file: true },
  { name: '/SYSV* (deleted)', means: 'System V shared memory, by key in hex; its inode is the id, 0 too', file: true },
  { name: '/memfd:* (deleted)', means: 'a memfd, by its name', since: '3.17', file: true },
  { name: '/anon_hugepage (deleted)', means: 'anonymous huge pages', file: true },
  { name: '/[aio] (deleted)', means: 'the ring of asynchronous I/O', since: '3.12', file: true },
  { name: '/secretmem (deleted)', means: 'memory that the kernel itself does not map', since: '5.14', file: true },
  { name: '/dmabuf:*', means: 'a buffer shared between devices', file: true },
  { name: '/drm mm object (deleted)', means: 'a buffer of a graphics driver', file: true },
  { name: '/i915 (deleted)', means: 'a buffer of the Intel graphics driver', file: true },
  { name: '/dev/ashmem/* (deleted)', means: 'Android shared memory', file: true, android: true },
]

/** The entry of a name, or undefined for one that the kernel does not make up. */
export function pseudoPath(name: string): PseudoPath | undefined {
  return PSEUDO_PATHS.find(({ name: pattern }) => {
    const star = pattern.indexOf('*')
    if (star < 0) return name === pattern
    const tail = pattern.slice(star + 1)
    return name.length >= pattern.length - 1 && name.startsWith(pattern.slice(0, star)) && name.endsWith(tail)
  })
}

/** What a release calls memory of that name: the name itself, another one, none (empty); undefined for a file that it has not. */
export function nameInRelease(name: string, release: string): string | undefined {
  const entry = pseudoPath(name)
  if (entry === undefined || isWithin(release, entry)) return name
  return entry.file ? undefined : nameInRelease(entry.otherwise ?? '', release)
}
