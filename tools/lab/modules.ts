import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { execa } from 'execa'

/** The modules that a guest needs: its disks, its file systems, and what the specimen maps. */
const WANTED = [
  'virtio_pci',
  'virtio_mmio',
  'virtio_ccw',
  'virtio_blk',
  'crc32c_generic',
  'crc32c',
  'crc32c_intel',
  'ext4',
  'btrfs',
  'overlay',
  'af_packet',
  'hugetlbfs',
  'udmabuf',
]

/** How each kind of compressed module is unpacked. */
const UNPACK: Readonly<Record<string, readonly string[]>> = {
  '.xz': ['xz', '-dc'],
  '.zst': ['zstd', '-dqc'],
  '.gz': ['gzip', '-dc'],
}

/** Copies modules, and those that they need, in the order in which they must be loaded; `modules.list` names them so. */
export async function copyModules(
  kernelRoot: string,
  release: string,
  into: string,
  without: readonly string[] = [],
): Promise<void> {
  const modules = [join(kernelRoot, 'lib/modules'), join(kernelRoot, 'usr/lib/modules')].find((one) => existsSync(one))
  mkdirSync(join(into, 'modules'), { recursive: true })
  const order: string[] = []
  if (modules !== undefined) {
    const base = join(dirname(dirname(modules)), 'depmod')
    mkdirSync(join(base, 'lib'), { recursive: true })
    if (!existsSync(join(base, 'lib/modules'))) symlinkSync(modules, join(base, 'lib/modules'))
    await execa('depmod', ['-b', base, release], { reject: false })
    for (const name of WANTED.filter((one) => !without.includes(one))) {
      for (const file of await filesOf(base, release, name)) {
        const plain = basename(file).replace(/\.(?:xz|zst|gz)$/, '')
        if (order.includes(plain)) continue
        await unpackModule(file, join(into, 'modules', plain))
        order.push(plain)
      }
    }
  }
  writeFileSync(join(into, 'modules.list'), order.map((name) => `${name}\n`).join(''))
}

/** The files of a module and of what it needs, in order; none where it is built in, or the kernel has it not. */
async function filesOf(base: string, release: string, name: string): Promise<readonly string[]> {
  const words = ['-d', base, '-S', release, '--show-depends', name]
  const { stdout } = await execa('modprobe', words, { reject: false })
  return [...stdout.matchAll(/^insmod (\S+)/gm)].map(([, file]) => file as string)
}

async function unpackModule(file: string, to: string): Promise<void> {
  const [command, ...words] = UNPACK[/\.(?:xz|zst|gz)$/.exec(file)?.[0] ?? ''] ?? ['cat']
  await execa(command as string, [...words, file], { stdout: { file: to } })
}

/** The release of the kernel whose modules are below a root: the name of their folder. */
export function releaseOf(kernelRoot: string): string | undefined {
  return [join(kernelRoot, 'lib/modules'), join(kernelRoot, 'usr/lib/modules')]
    .filter((one) => existsSync(one))
    .flatMap((one) => readdirSync(one))[0]
}
