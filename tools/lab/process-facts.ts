import type { Adapter, StatFacts, View } from '../../src/adapter.js'
import type { LiveProcess } from '../../src/capture/process-facts.js'
import { readStatLine } from '../../src/capture/stat-line.js'
import type { RawProcess } from './raw.js'

/** What stat and readlink said of a path, as the guest's program for facts prints it. */
export interface FileFacts {
  readonly stats: ReadonlyMap<string, StatFacts>
  readonly links: ReadonlyMap<string, Buffer>
}

/** Names of the errors that stat gives; the numbers are those of every Linux but MIPS for the last. */
const ERRORS: Readonly<Record<string, string>> = {
  1: 'EPERM',
  2: 'ENOENT',
  13: 'EACCES',
  20: 'ENOTDIR',
  36: 'ENAMETOOLONG',
  40: 'ELOOP',
  78: 'ENAMETOOLONG',
  90: 'ELOOP',
}

const STAT = /^stat (\S*) mode=(\d+) dev=(\d+):(\d+) ino=(\d+) nlink=(\d+) size=(\d+) rdev=(\d+):(\d+)$/
const FAILED = /^stat (\S*) errno=(\d+)$/
const LINK = /^link (\S*) (\S*)$/

/** Reads what the program for facts printed; throws at a line that is none of its. */
export function readFileFacts(text: string): FileFacts {
  const stats = new Map<string, StatFacts>()
  const links = new Map<string, Buffer>()
  for (const line of text.split('\n').slice(0, -1)) {
    const stat = STAT.exec(line)
    const failed = FAILED.exec(line)
    const link = LINK.exec(line)
    if (stat !== null) stats.set(unescaped(stat[1] as string), statFacts(stat))
    else if (failed !== null) {
      const path = unescaped(failed[1] as string)
      stats.set(path, { path, error: ERRORS[failed[2] as string] ?? `E${failed[2]}` })
    } else if (link !== null)
      links.set(unescaped(link[1] as string), Buffer.from(unescaped(link[2] as string), 'latin1'))
    else throw new Error(`no fact: ${line}`)
  }
  return { stats, links }
}

function statFacts([
  ,
  path = '',
  mode = '',
  major,
  minor,
  inode = '',
  links = '',
  size = '',
  special,
  unit,
]: RegExpExecArray): StatFacts {
  const rdev = { major: Number(special), minor: Number(unit) }
  return {
    path: unescaped(path),
    device: { major: Number(major), minor: Number(minor) },
    inode: BigInt(inode),
    mode: Number.parseInt(mode, 8),
    size: BigInt(size),
    links: BigInt(links),
    ...(rdev.major === 0 && rdev.minor === 0 ? {} : { rdev }),
  }
}

/** Those facts that a projection asks for, of a process's files. */
export function statsAskedFor(
  adapters: readonly Adapter[],
  view: View,
  process: LiveProcess,
  { stats }: FileFacts,
): readonly StatFacts[] {
  const asked = new Map<string, StatFacts>()
  for (const adapter of adapters) {
    for (const path of adapter.looksUp?.(view, process) ?? []) {
      const name = Buffer.from(path).toString('latin1')
      const found = stats.get(name)
      if (found !== undefined) asked.set(name, found)
    }
  }
  return [...asked.values()]
}

/** What the kernel said of a process itself. */
export function processFactsOf(raw: RawProcess, { stats, links }: FileFacts): LiveProcess {
  const stat = readStatLine(raw.proc('stat') ?? Buffer.alloc(0))
  if (stat === undefined)
    throw new Error(`${raw.name}: the guest had no such process: its stat is not what a kernel prints`)
  const { kernelThread, ...facts } = stat
  const uid = /^Uid:\t\d+\t(\d+)\t/m.exec(raw.proc('status')?.toString('latin1') ?? '')?.[1]
  const cmdline = raw.proc('cmdline')
  const exe = stats.get('exe')
  const link = links.get('exe')
  return {
    pid: raw.pid,
    ...facts,
    kind: stat.state === 'Z' ? 'zombie' : kernelThread ? 'kernel-thread' : 'process',
    ...(cmdline === undefined ? {} : { cmdline }),
    ...(uid === undefined ? {} : { uid: Number(uid) }),
    // The guest has one user.
    ...(uid === '0' ? { user: 'root' } : {}),
    ...(exe?.device === undefined || exe.inode === undefined || link === undefined
      ? {}
      : { exe: { pathname: link.toString(), device: exe.device, inode: exe.inode } }),
    sameMountNamespace: raw.name !== 'other-mounts',
  }
}

function unescaped(text: string): string {
  return text.replace(/\\x(..)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
