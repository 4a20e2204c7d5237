import { existsSync, lstatSync, mkdirSync, readdirSync, readlinkSync, symlinkSync, unlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { SuiteApt } from '../debian/apt.js'
import { unpack } from '../debian/rootfs.js'
import type { Architecture } from './machines.js'
import { CACHE } from './places.js'

/** The oldest suite whose C library is still to be had: what is linked against it runs in all of them. */
const OLDEST = 'bullseye'

/** The architectures of that suite that the mirror keeps whole. */
const KEPT: readonly Architecture[] = ['amd64']

/** The root that dynamic programs are linked in, made once; undefined for an architecture that has none. */
export async function sysrootOf(architecture: Architecture): Promise<string | undefined> {
  if (!KEPT.includes(architecture)) return undefined
  const root = join(CACHE, 'lab', 'sysroot', architecture)
  if (existsSync(root)) return root
  const debs = await new SuiteApt(CACHE, OLDEST, architecture).download(['libc6-dev'], 'sysroot')
  mkdirSync(root, { recursive: true })
  await unpack(debs, root)
  makeRelative(root, 'usr/lib64')
  for (const name of readdirSync(join(root, 'usr/lib')))
    if (name.includes('-linux-')) makeRelative(root, join('usr/lib', name))
  return root
}

/** Links that begin at the root of a system would lead out of this one. */
function makeRelative(root: string, folder: string): void {
  for (const name of readdirSync(join(root, folder))) {
    const path = join(root, folder, name)
    const target = lstatSync(path).isSymbolicLink() ? readlinkSync(path) : ''
    if (!target.startsWith('/')) continue
    unlinkSync(path)
    symlinkSync(relative(dirname(path), join(root, target)), path)
  }
}
