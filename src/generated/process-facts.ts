import type { Mapping } from '../../arbitraries/mapping.js'
import type { Fate, Process } from '../../arbitraries/processes.js'
import type { Facts, FileLock, ProcessFacts, StatFacts } from '../adapter.js'

const encoder = new TextEncoder()

/** The program of a process that maps none of its files. */
const ELSEWHERE = { pathname: '/usr/bin/elsewhere', device: { major: 8, minor: 1 }, inode: 77n }

const REGULAR = 0o100644
const CHARACTERS = 0o020666

/** What a tool learns of a process beside its mappings: who it is, what stat says of its files, and its locks. */
export function factsOf(process: Process): Facts {
  const { space, pid, ppid, uid, user, comm, args, threads } = process
  const files = space.mappings.filter(({ major, minor, inode }) => major !== 0 || minor !== 0 || inode !== 0n)
  const exe = programOf(process, files)
  const stats = new Map<string, StatFacts>()
  const locks: FileLock[] = []
  const own = fateOf(process, 0)
  stats.set('exe', {
    path: 'exe',
    device: exe.device,
    inode: exe.inode,
    mode: REGULAR,
    size: own.size,
    links: own.links,
  })
  for (const [at, file] of files.entries()) {
    const path = lookedUp(file.pathname)
    const fate = fateOf(process, at)
    if (!stats.has(path)) stats.set(path, { path, ...found(file, fate) })
    locks.push(...lockOn(file, fate))
  }
  const known: ProcessFacts = {
    pid,
    ppid,
    pgid: pid,
    uid,
    ...(user === undefined ? {} : { user }),
    command: comm,
    comm: encoder.encode(comm),
    state: 'S',
    cmdline: encoder.encode(args.map((arg) => `${arg}\0`).join('')),
    exe,
    sameMountNamespace: true,
  }
  const tasks = [{ tid: pid, comm }, ...threads].map(({ tid, comm }) => ({ tid, comm: encoder.encode(comm) }))
  return { process: known, stats, locks, tasks, pageSize: space.pageSize }
}

function fateOf({ fates }: Process, at: number): Fate {
  return fates[at % fates.length] as Fate
}

function programOf({ runs }: Process, files: readonly Mapping[]): typeof ELSEWHERE {
  const paths = files.filter(({ pathname }) => pathname[0] === 0x2f)
  const file = runs === undefined ? undefined : paths[runs % paths.length]
  if (file === undefined) return ELSEWHERE
  // A link says itself what maps says in escapes.
  const pathname = Buffer.from(file.pathname).toString().replaceAll('\\012', '\n')
  return { pathname, device: { major: file.major, minor: file.minor }, inode: file.inode }
}

/** The path that is asked for, its bytes as latin-1: up to a TAB, without the kernel's mark. */
function lookedUp(pathname: Uint8Array): string {
  const [path = ''] = Buffer.from(pathname).toString('latin1').split('\t')
  return path.replace(/(?<=.) \(deleted\)$/s, '')
}

function found({ major, minor, inode }: Mapping, { how, size, links }: Fate): Omit<StatFacts, 'path'> {
  const device = { major, minor }
  if (how === 'gone') return { error: 'ENOENT' }
  if (how === 'forbidden') return { error: 'EACCES' }
  if (how === 'replaced') return { device, inode: inode === 1n ? 2n : 1n, mode: REGULAR, size, links }
  if (how === 'special')
    return { device, inode, mode: CHARACTERS, size: 0n, links, rdev: { major: 10, minor: Number(size % 256n) } }
  return { device, inode, mode: REGULAR, size, links }
}

function lockOn({ major, minor, inode }: Mapping, { lock }: Fate): readonly FileLock[] {
  if (lock === '') return []
  const access = lock.toLowerCase() === 'r' ? 'read' : 'write'
  return [{ device: { major, minor }, inode, access, whole: lock === lock.toUpperCase() }]
}
