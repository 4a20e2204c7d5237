import { execa } from 'execa'
import { MACHINES } from './machines.js'
import type { Guest } from './matrix.js'

/** Programs that every guest needs on this machine, and Debian's packages of them. */
const COMMON: Readonly<Record<string, string>> = {
  cpio: 'cpio',
  depmod: 'kmod',
  modprobe: 'kmod',
  xz: 'xz-utils',
  zstd: 'zstd',
  mke2fs: 'e2fsprogs',
  'mkfs.btrfs': 'btrfs-progs',
  mkswap: 'util-linux',
  'dpkg-deb': 'dpkg',
}

/** What building a kernel from its source needs beside. */
const BUILD: Readonly<Record<string, string>> = { make: 'make', bc: 'bc', bison: 'bison', flex: 'flex' }

/** Throws where a program is missing that a guest needs: which, and the command that installs them. */
export async function requireTools({ architecture, by }: Guest): Promise<void> {
  const { qemu, package: machine, compiler, compilerPackages } = MACHINES[architecture]
  const needed: Record<string, readonly string[]> = { [compiler[0] as string]: compilerPackages }
  if (by !== 'user-mode') needed[qemu] = [machine]
  for (const [program, name] of Object.entries({ ...COMMON, ...(by === 'source' ? BUILD : {}) }))
    needed[program] = [name]
  const missing = new Map<string, readonly string[]>()
  for (const [program, packages] of Object.entries(needed)) {
    const { exitCode } = await execa('sh', ['-c', 'command -v "$1"', 'sh', program], { reject: false })
    if (exitCode !== 0) missing.set(program, packages)
  }
  if (missing.size === 0) return
  const packages = [...new Set([...missing.values()].flat())].join(' ')
  throw new Error(
    `the lab needs ${[...missing.keys()].join(', ')}: sudo apt-get install --no-install-recommends ${packages}`,
  )
}
