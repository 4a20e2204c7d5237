import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'
import { unpack } from '../debian/rootfs.js'
import { MACHINES } from './machines.js'
import type { Guest } from './matrix.js'
import { copyModules, releaseOf } from './modules.js'
import { fetchPackages, type Packages } from './packages.js'
import { bootFolder, CACHE, GUEST } from './places.js'
import { buildDynamic, buildPrograms } from './programs.js'
import { buildFromSource } from './source.js'
import { sysrootOf } from './sysroot.js'

/** What our scripts are called in the guest. */
const SCRIPTS = ['capture.sh', 'processes.sh']

/** What a tools' package has that no guest needs, relative to its root. */
const SPARE = [
  'usr/share/locale',
  'usr/share/perl',
  'usr/share/perl5',
  'usr/share/bash-completion',
  'usr/share/info',
  'usr/lib/systemd',
]

/** Makes the kernel and the first file system of a guest below its boot folder; what was there is replaced. */
export async function buildGuest(guest: Guest, say: (step: string) => void): Promise<void> {
  say('packages')
  const packages = await fetchPackages(guest)
  const folder = bootFolder(guest.name)
  rmSync(folder, { recursive: true, force: true })
  const root = join(folder, 'root')
  const kernelRoot = join(folder, 'kernel')
  mkdirSync(join(root, 'lab'), { recursive: true })
  mkdirSync(kernelRoot, { recursive: true })
  say('kernel')
  await unpack(packages.kernelFiles, kernelRoot)
  if (guest.by === 'source') {
    say('compiling')
    const image = await buildFromSource(kernelRoot, join(folder, 'source'), join(CACHE, 'lab', 'kernels'))
    copyFileSync(image, join(folder, 'kernel-image'))
  } else takeKernel(kernelRoot, guest, folder)
  const release = releaseOf(kernelRoot)
  if (guest.by === undefined && release !== undefined)
    await copyModules(kernelRoot, release, join(root, 'lab'), MACHINES[guest.architecture].without)
  else await copyModules(folder, '', join(root, 'lab'))
  say('tools')
  await unpack(packages.toolFiles, root)
  for (const spare of SPARE) rmSync(join(root, spare), { recursive: true, force: true })
  dropConverters(root)
  await buildPrograms(guest.architecture, join(root, 'lab'))
  const sysroot = await sysrootOf(guest.architecture)
  if (sysroot !== undefined) await buildDynamic(guest.architecture, sysroot, join(root, 'lab'))
  furnish(root, packages)
  say('file system')
  await pack(root, join(folder, 'initrd'))
  // A kernel that is a program runs with the libraries of its own suite.
  if (guest.by === 'user-mode') renameSync(kernelRoot, join(folder, 'host'))
  for (const done of [root, kernelRoot, join(folder, 'depmod')]) rmSync(done, { recursive: true, force: true })
}

/** Puts the kernel itself into the boot folder. */
function takeKernel(kernelRoot: string, { by }: Guest, folder: string): void {
  const places = by === 'user-mode' ? ['usr/bin'] : ['boot', ...moduleFolders(kernelRoot)]
  const pattern = by === 'user-mode' ? /^linux\.uml$|^linux$/ : /^vmlinu[xz]/
  for (const place of places) {
    const found = listed(join(kernelRoot, place)).find((name) => pattern.test(name))
    if (found === undefined) continue
    copyFileSync(join(kernelRoot, place, found), join(folder, 'kernel-image'))
    return
  }
  throw new Error(`none of the kernel's packages has a kernel: ${readdirSync(kernelRoot).join(', ')}`)
}

function moduleFolders(kernelRoot: string): string[] {
  return ['lib/modules', 'usr/lib/modules'].flatMap((place) =>
    listed(join(kernelRoot, place)).map((name) => join(place, name)),
  )
}

function listed(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : []
}

/** The C library's converters of characters, which only other locales need. */
function dropConverters(root: string): void {
  for (const name of listed(join(root, 'usr/lib')).filter((one) => /-linux-[^.]*$/.test(one))) {
    rmSync(join(root, 'usr/lib', name, 'gconv'), { recursive: true, force: true })
  }
}

/** Adds what is ours: the first process, its scripts, users, and the lists of what the guest was made of. */
function furnish(root: string, { kernelFiles, toolFiles }: Packages): void {
  mkdirSync(join(root, 'etc'), { recursive: true })
  mkdirSync(join(root, 'dev'), { recursive: true })
  writeFileSync(join(root, 'etc/passwd'), 'root:x:0:0:root:/root:/bin/sh\n')
  writeFileSync(join(root, 'etc/group'), 'root:x:0:\n')
  copyFileSync(join(GUEST, 'init'), join(root, 'init'))
  chmodSync(join(root, 'init'), 0o755)
  for (const script of SCRIPTS) copyFileSync(join(GUEST, script), join(root, 'lab', script))
  const names = (files: readonly string[]): string => files.map((file) => `${file.split('/').at(-1)}\n`).join('')
  writeFileSync(join(root, 'lab/kernel.list'), names(kernelFiles))
  writeFileSync(join(root, 'lab/tools.list'), names(toolFiles))
}

/** Packs a folder as the kernel unpacks it at its start: the same bytes for the same files. */
async function pack(root: string, to: string): Promise<void> {
  const find = execa('find', ['.', '-print0'], { cwd: root, encoding: 'buffer' })
  const words = ['--null', '-o', '-H', 'newc', '--reproducible', '--quiet', '-R', '0:0']
  await find
    .pipe(execa('sort', ['-z'], { encoding: 'buffer' }))
    .pipe(execa('cpio', words, { cwd: root, encoding: 'buffer', stdout: { file: to } }))
}
