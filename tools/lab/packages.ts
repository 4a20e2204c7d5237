import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { SuiteApt } from '../debian/apt.js'
import type { Guest } from './matrix.js'
import { CACHE, LOCK } from './places.js'

/** A package as the lock file names it. */
interface Locked {
  readonly version: string
  readonly sha256: string
}

/** The packages of one guest: their files, and the kernel's own name. */
export interface Packages {
  /** As `uname -r` says it, where the package's name tells. */
  readonly kernel: string
  readonly kernelFiles: readonly string[]
  readonly toolFiles: readonly string[]
}

/** The tools that run in a guest; not every suite has all of them. */
const TOOLS = ['lsof', 'procps', 'busybox-static', 'perl-base', 'toybox', 'libc-bin']

/** Since Linux 6.19 Debian keeps the kernel and its modules in packages of their own. */
const KINDS = ['linux-image', 'linux-binary', 'linux-modules']

/** Finds and downloads what a guest is made of, and notes versions and checksums in the lock file. */
export async function fetchPackages(guest: Guest): Promise<Packages> {
  const { architecture, tools } = guest
  const { kernel, kernelFiles } = await fetchKernel(guest)
  const programs = new SuiteApt(CACHE, tools, architecture)
  const toolFiles = await programs.download(await programs.available(TOOLS), 'lab')
  await lock(guest.name, [...kernelFiles, ...toolFiles])
  return { kernel, kernelFiles, toolFiles }
}

/** Downloads the newest kernel that fits a guest and that the mirror still has: its lists may name what it has dropped. */
async function fetchKernel(guest: Guest): Promise<Pick<Packages, 'kernel' | 'kernelFiles'>> {
  const apt = new SuiteApt(CACHE, guest.suite, guest.architecture)
  let failure: unknown
  for (const kernel of await kernelsFor(apt, guest)) {
    try {
      if (guest.by === 'user-mode') return { kernel, kernelFiles: await apt.download([kernel], 'user-mode') }
      const wanted = guest.by === 'source' ? [kernel] : KINDS.map((kind) => `${kind}-${kernel}`)
      return { kernel, kernelFiles: await apt.downloadAlone(await apt.available(wanted)) }
    } catch (error) {
      failure = error
    }
  }
  throw failure
}

/** The kernels of a suite that fit a guest, the newest first. */
async function kernelsFor(apt: SuiteApt, { name, suite, kernel, by }: Guest): Promise<readonly string[]> {
  const prefix = by === undefined ? 'linux-image-' : ''
  const names = (await apt.search(`^${prefix || '(linux-source-|user-mode-linux$)'}`))
    .filter((one) => one.startsWith(prefix))
    .map((one) => one.slice(prefix.length))
    .filter((one) => kernel.test(one))
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
  if (names.length === 0) throw new Error(`${suite} has no kernel for ${name} now: ${kernel} fits none of its packages`)
  return names
}

/** Writes down what was taken, so that a run can be told from another. */
async function lock(guest: string, files: readonly string[]): Promise<void> {
  const locks: Record<string, Record<string, Locked>> = existsSync(LOCK) ? JSON.parse(readFileSync(LOCK, 'utf8')) : {}
  const entries = await Promise.all(files.map(async (file) => [nameOf(file), await lockedOf(file)] as const))
  locks[guest] = Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
  const sorted = Object.fromEntries(Object.entries(locks).sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(LOCK, `${JSON.stringify(sorted, undefined, 1)}\n`)
}

/** `NAME_VERSION_ARCHITECTURE.deb`, in which a colon of the version is `%3a`. */
function nameOf(file: string): string {
  return basename(file).split('_')[0] as string
}

async function lockedOf(file: string): Promise<Locked> {
  const version = decodeURIComponent(basename(file).split('_')[1] as string)
  const { createHash } = await import('node:crypto')
  return { version, sha256: createHash('sha256').update(readFileSync(file)).digest('hex') }
}
