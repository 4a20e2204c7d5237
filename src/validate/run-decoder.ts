import { once } from 'node:events'
import { execa } from 'execa'
import { memoryOf } from '../capture/memory.js'
import { undoAtEnd } from '../capture/undo.js'
import { MemmapsError } from '../report/errors.js'
import { Gathered } from './gathered.js'
import { SaidLines } from './said-lines.js'
import type { Case, Crash, Reply } from './types.js'

/** A program that reads texts, and how it is started: without a shell. */
export interface Command {
  readonly file: string
  readonly words: readonly string[]
}

/** What a decoder may use for one text. */
export interface Limits {
  /** Milliseconds, from start to end. */
  readonly time: number
  /** Bytes that it and its children have in memory; watched on Linux alone. */
  readonly memory: number
}

/** What a decoder may print of one text, in bytes: far more than any text of the corpus needs. */
const MOST_OUTPUT = 256 * 1024 * 1024

/** How often its memory is looked at, in milliseconds. */
const LOOK = 20

/** How long what it started may hold its stdout open after its end, in milliseconds. */
const GRACE = 200

/** The exit status that means: this text is refused. */
const REFUSED = 1

/**
 * Gives a decoder a text and tells what became of it. It never takes longer than its limit, whatever the decoder does; throws where
 * it cannot be started.
 */
export async function runDecoder({ file, words }: Command, one: Case, limits: Limits): Promise<Reply> {
  const child = execa(file, words, {
    env: { MEMMAPS_ADAPTER: one.adapter, MEMMAPS_DIALECT: one.dialect },
    stdio: 'pipe',
    buffer: false,
    reject: false,
    encoding: 'buffer',
    // A process group of its own: what it starts ends with it.
    detached: true,
  })
  const group = undoAtEnd(() => killGroup(child.pid))
  let crash: { readonly how: Crash; readonly message: string } | undefined
  const end = (how: Crash, message: string): void => {
    crash ??= { how, message }
    group.now()
  }
  const stdout = new Gathered(child.stdout, MOST_OUTPUT, () => end('output', 'it printed more than 256 MiB'))
  const stderr = new SaidLines(child.stderr)
  // A decoder may end without reading the text.
  child.stdin.on('error', () => {})
  child.stdin.end(one.text)
  const timer = setTimeout(() => end('time', `it took longer than ${limits.time / 1000} s`), limits.time)
  const watch = setInterval(() => {
    if (child.pid === undefined || memoryOf(child.pid) <= limits.memory) return
    end('memory', `it used more than ${Math.round(limits.memory / 1048576)} MiB of memory`)
  }, LOOK)
  try {
    await Promise.race([child, exitOf(child)])
    group.now()
    await Promise.race([Promise.all([stdout.ended, stderr.ended]), pause(GRACE)])
  } finally {
    clearTimeout(timer)
    clearInterval(watch)
    for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy()
  }
  const said = stderr.text()
  if (crash !== undefined) return { ended: 'crashed', ...crash, stderr: said }
  if (child.pid === undefined) {
    throw new MemmapsError('no-tool', `${file} cannot be started`, 'check its name, and that it may be executed')
  }
  return replyOf(child.exitCode, child.signalCode, stdout.bytes(), said)
}

function replyOf(status: number | null, signal: string | null, stdout: Uint8Array, stderr: string): Reply {
  if (signal !== null) return { ended: 'crashed', how: 'signal', message: `${signal} ended it`, stderr }
  if (status === 0) return { ended: 'answered', stdout, stderr }
  if (status === REFUSED) return { ended: 'refused', stderr }
  return { ended: 'crashed', how: 'status', message: `it ended with status ${status}`, stderr }
}

/** Waits for the end of the program itself, not for that of what it started. */
async function exitOf(child: NodeJS.EventEmitter): Promise<void> {
  await once(child, 'exit').catch(() => {})
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended, and so have its children.
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref())
}
