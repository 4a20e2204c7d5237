import type { FileLock, StatFacts, Task } from '../adapter.js'
import type { Device } from '../model/device.js'
import type { ErrorCode } from '../report/errors.js'
import { count, decimal, dictionary, flag, hex, list, oneOf, type Read, record, text } from './json-reader.js'
import { isPlace } from './places.js'
import type { LiveProcess } from './process-facts.js'
import type { CapturedText, Host, Problem, Snapshot, Tool } from './types.js'

/** A capture without the texts' bytes. */
export type Manifest = Omit<Snapshot, 'texts'> & { readonly views: readonly Omit<CapturedText, 'bytes'>[] }

const device: Read<Device> = record((fields) => ({
  major: fields.need('major', count),
  minor: fields.need('minor', count),
}))

const host: Read<Host> = record((fields) => ({
  kernel: fields.may('kernel', text),
  arch: fields.may('arch', text),
  pageSize: fields.may('pageSize', count),
}))

const tool: Read<Tool> = record((fields) => ({ path: fields.need('path', text), version: fields.may('version', text) }))

const liveProcess: Read<LiveProcess> = record((fields) => ({
  pid: fields.need('pid', count),
  command: fields.may('command', text),
  comm: fields.bytes('comm'),
  state: fields.may('state', text),
  tgid: fields.may('tgid', count),
  kind: fields.need('kind', oneOf('process', 'zombie', 'kernel-thread')),
  cmdline: fields.bytes('cmdline'),
  uid: fields.may('uid', count),
  user: fields.may('user', text),
  ppid: fields.may('ppid', count),
  pgid: fields.may('pgid', count),
  startTime: fields.may('startTime', decimal),
  startStack: fields.may('startStack', hex),
  exe: fields.may(
    'exe',
    record((exe) => ({
      pathname: exe.need('pathname', text),
      device: exe.need('device', device),
      inode: exe.need('inode', decimal),
    })),
  ),
  sameMountNamespace: fields.may('sameMountNamespace', flag),
}))

const view: Read<Omit<CapturedText, 'bytes'>> = record((fields) => ({
  adapter: fields.need('adapter', text),
  dialect: fields.need('dialect', text),
  file: fields.need('file', placeInside),
  argv: fields.may('argv', list(text)),
  locale: fields.may('locale', oneOf('C', 'UTF-8')),
  exit: fields.may('exit', count),
  stderr: fields.bytes('stderr'),
}))

const problem: Read<Problem> = record((fields) => ({
  view: fields.need('view', text),
  code: fields.need('code', text) as ErrorCode,
  message: fields.need('message', text),
  next: fields.may('next', text),
}))

const stat: Read<StatFacts> = record((fields) => ({
  path: Buffer.from(fields.bytes('path') ?? []).toString('latin1'),
  device: fields.may('device', device),
  inode: fields.may('inode', decimal),
  mode: fields.may('mode', count),
  size: fields.may('size', decimal),
  links: fields.may('links', decimal),
  rdev: fields.may('rdev', device),
  error: fields.may('error', text),
}))

const lock: Read<FileLock> = record((fields) => ({
  device: fields.need('device', device),
  inode: fields.need('inode', decimal),
  access: fields.need('access', oneOf('read', 'write')),
  whole: fields.need('whole', flag),
}))

const task: Read<Task> = record((fields) => ({
  tid: fields.need('tid', count),
  comm: fields.bytes('comm') ?? new Uint8Array(0),
}))

/** Reads the JSON of a `capture.json`; throws an Error that names the first field that is not as it should be. */
export const readManifest: Read<Manifest> = record((fields) => ({
  captured: fields.need('captured', text),
  host: fields.need('host', host),
  tools: fields.need('tools', dictionary(tool)),
  process: fields.need('process', liveProcess),
  frozen: fields.need('frozen', flag),
  moved: fields.need('moved', flag),
  attempts: fields.need('attempts', count),
  views: fields.need('views', list(view)),
  problems: fields.need('problems', list(problem)),
  stats: fields.need('stats', list(stat)),
  locks: fields.may('locks', list(lock)),
  tasks: fields.may('tasks', list(task)),
  statBefore: fields.bytes('statBefore'),
  sysvDevice: fields.may('sysvDevice', device),
  redacted: fields.may('redacted', flag),
}))

function placeInside(value: unknown): string {
  const place = text(value)
  if (!isPlace(place)) throw new Error('is not a path inside the capture')
  return place
}
