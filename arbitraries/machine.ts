import { compareVersions } from '../src/model/version.js'

/** What decides about the addresses of a process: an architecture as most of its kernels are configured. */
export interface Machine {
  /** As uname prints it. */
  readonly arch: string
  readonly bits: 32 | 64
  /** Its folder in the kernel's `arch/`. */
  readonly folder: string
  readonly pageSize: number
  /** One past the last address that a program can map. // exclusive */
  readonly end: bigint
  /** The first release that runs on it, where there were texts before. */
  readonly since?: string
  /** True for the gate page behind all the others. */
  readonly gate?: true
}

/** The architectures that address spaces are made for. */
export const MACHINES: readonly Machine[] = [
  { arch: 'x86_64', bits: 64, folder: 'x86', pageSize: 4096, end: 0x7ffffffff000n, gate: true },
  { arch: 'i686', bits: 32, folder: 'x86', pageSize: 4096, end: 0xc0000000n },
  { arch: 'aarch64', bits: 64, folder: 'arm64', pageSize: 4096, end: 0x1000000000000n, since: '3.7' },
  { arch: 'armv7l', bits: 32, folder: 'arm', pageSize: 4096, end: 0xbf000000n },
  { arch: 'riscv64', bits: 64, folder: 'riscv', pageSize: 4096, end: 0x4000000000n, since: '4.15' },
  { arch: 's390x', bits: 64, folder: 's390', pageSize: 4096, end: 0x1fffffffffff000n },
  { arch: 'ppc64le', bits: 64, folder: 'powerpc', pageSize: 65536, end: 0x800000000000n, since: '3.13' },
  { arch: 'mips64', bits: 64, folder: 'mips', pageSize: 4096, end: 0x10000000000n },
]

/** The machines that a release runs on. */
export function machinesOf(release: string): readonly Machine[] {
  return MACHINES.filter(({ since }) => since === undefined || compareVersions(release, since) >= 0)
}
