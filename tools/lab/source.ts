import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'

/** What the smallest kernel lacks: a console, disks, file systems, and what the specimen maps. */
const WANTED = [
  ...['64BIT', 'SMP', 'PRINTK', 'MULTIUSER', 'FUTEX', 'FILE_LOCKING', 'BINFMT_ELF', 'BINFMT_SCRIPT', 'BLK_DEV_INITRD'],
  ...[
    'TTY',
    'SERIAL_8250',
    'SERIAL_8250_CONSOLE',
    'PCI',
    'ACPI',
    'VIRTIO_MENU',
    'VIRTIO_PCI',
    'BLOCK',
    'BLK_DEV',
    'VIRTIO_BLK',
  ],
  ...[
    'PROC_FS',
    'PROC_SYSCTL',
    'PROC_PAGE_MONITOR',
    'SYSFS',
    'SHMEM',
    'TMPFS',
    'DEVTMPFS',
    'EXT4_FS',
    'BTRFS_FS',
    'OVERLAY_FS',
    'MISC_FILESYSTEMS',
  ],
  ...[
    'SWAP',
    'MMU',
    'NUMA',
    'X86_64_ACPI_NUMA',
    'HUGETLBFS',
    'TRANSPARENT_HUGEPAGE',
    'KSM',
    'COMPACTION',
    'MIGRATION',
    'MEMFD_CREATE',
  ],
  ...[
    'SYSVIPC',
    'POSIX_MQUEUE',
    'EPOLL',
    'SIGNALFD',
    'TIMERFD',
    'EVENTFD',
    'AIO',
    'IO_URING',
    'USERFAULTFD',
    'ADVISE_SYSCALLS',
  ],
  ...[
    'PERF_EVENTS',
    'BPF_SYSCALL',
    'NET',
    'UNIX',
    'INET',
    'PACKET',
    'NAMESPACES',
    'CHECKPOINT_RESTORE',
    'MEM_SOFT_DIRTY',
    'SECRETMEM',
  ],
  ...['X86_INTEL_MEMORY_PROTECTION_KEYS', 'X86_5LEVEL', 'POSIX_TIMERS', 'HIGH_RES_TIMERS', 'UNWINDER_GUESS'],
  'ANON_VMA_NAME',
]

/** What would need more than a compiler, or measures itself at every start. */
const UNWANTED = ['RAID6_PQ_BENCHMARK', 'CPU_MITIGATIONS', 'UNWINDER_ORC', 'DEBUG_INFO_BTF', 'MODULES']

/** Builds a kernel from Debian's package of its source, unpacked below a root, and keeps it in a folder of the cache. */
export async function buildFromSource(root: string, work: string, kept: string): Promise<string> {
  const archive = readdirSync(join(root, 'usr/src')).find((name) => /^linux-source-[\d.]+\.tar\.xz$/.test(name))
  if (archive === undefined) throw new Error(`${root}/usr/src has no source of a kernel`)
  const image = join(kept, archive.replace('.tar.xz', ''))
  if (existsSync(image)) return image
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  mkdirSync(kept, { recursive: true })
  await execa('tar', ['-x', '--strip-components=1', '-C', work, '-f', join(root, 'usr/src', archive)])
  const make = (...words: string[]) =>
    execa('make', ['-C', work, 'ARCH=x86_64', ...words], { env: { KBUILD_BUILD_TIMESTAMP: '0' } })
  await make('tinyconfig')
  const choices = [...WANTED.flatMap((name) => ['--enable', name]), ...UNWANTED.flatMap((name) => ['--disable', name])]
  await execa(join(work, 'scripts/config'), ['--file', join(work, '.config'), ...choices])
  await make('olddefconfig')
  await make(`-j${availableParallelism()}`, 'bzImage')
  copyFileSync(join(work, 'arch/x86/boot/bzImage'), `${image}.new`)
  renameSync(`${image}.new`, image)
  rmSync(work, { recursive: true })
  return image
}
