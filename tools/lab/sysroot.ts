import { existsSync, lstatSync, mkdirSync, readdirSync, readlinkSync, symlinkSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
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
  makeRelative(join(root, 'usr/lib64'))
  return root
}

/** Links that begin at the root of a system would lead out of this one. */
function makeRelative(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    const target = lstatSync(path).isSymbolicLink() ? readlinkSync(path) : ''
    if (!target.startsWith('/')) continue
    unlinkSync(path)
    symlinkSync(join('../..', target), path)
  }
}
