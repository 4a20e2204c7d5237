import type { FileLock, StatFacts, Task } from '../adapter.js'
import type { LiveProcess } from './process-facts.js'
import type { CapturedText, Snapshot } from './types.js'

/** The schema of `capture.json`. */
export const CAPTURE_SCHEMA = 'memmaps.capture/1'

/** What `capture.json` says of a snapshot: all but the texts' bytes; 64-bit values are strings. */
export function manifestOf(snapshot: Snapshot): string {
  const { captured, host, tools, frozen, moved, attempts, problems, redacted, sysvDevice } = snapshot
  const manifest = {
    schema: CAPTURE_SCHEMA,
    captured,
    redacted,
    host,
    tools,
    process: processJson(snapshot.process),
    frozen,
    moved,
    attempts,
    views: snapshot.texts.map(viewJson),
    problems,
    stats: snapshot.stats.map(statJson),
    locks: snapshot.locks?.map(lockJson),
    tasks: snapshot.tasks?.map(taskJson),
    ...bytesJson('statBefore', snapshot.statBefore),
    sysvDevice,
  }
  return `${JSON.stringify(manifest, undefined, 2)}\n`
}

function processJson({ comm, cmdline, startTime, startStack, exe, ...plain }: LiveProcess): object {
  return {
    ...plain,
    ...bytesJson('comm', comm),
    ...bytesJson('cmdline', cmdline),
    startTime: startTime?.toString(),
    startStack: startStack?.toString(16),
    exe: exe && { ...exe, inode: exe.inode.toString() },
  }
}

function viewJson({ adapter, dialect, file, argv, locale, exit, stderr }: CapturedText): object {
  return { adapter, dialect, file, argv, locale, exit, ...bytesJson('stderr', stderr) }
}

function statJson({ path, inode, size, links, ...plain }: StatFacts): object {
  return {
    ...bytesJson('path', Buffer.from(path, 'latin1')),
    ...plain,
    inode: inode?.toString(),
    size: size?.toString(),
    links: links?.toString(),
  }
}

function lockJson({ inode, ...plain }: FileLock): object {
  return { ...plain, inode: inode.toString() }
}

function taskJson({ tid, comm }: Task): object {
  return { tid, ...bytesJson('comm', comm) }
}

/** Bytes as text; in base64 beside a readable likeness where they are not UTF-8. */
function bytesJson(name: string, bytes: Uint8Array | undefined): Record<string, string> {
  if (bytes === undefined) return {}
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const buffer = Buffer.from(bytes)
  if (buffer.equals(Buffer.from(text))) return { [name]: text }
  return { [name]: text, [`${name}Base64`]: buffer.toString('base64') }
}
