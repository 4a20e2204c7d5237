import { createHmac, randomBytes } from 'node:crypto'
import type { Adapter, Personal, StatFacts, Task } from '../adapter.js'
import { sameBytes } from '../model/pathname.js'
import { keptOfArgument } from '../redact/argument.js'
import { replaceMessage } from '../redact/message.js'
import { Replacement } from '../redact/replacement.js'
import { redactText } from '../redact/text.js'
import { present } from './present.js'
import type { LiveProcess } from './process-facts.js'
import type { CapturedText, Problem, Snapshot, Tool } from './types.js'

/** How many names, commands, users, and words or lines of messages were replaced, each time that they stand there. */
export type RedactionCounts = Readonly<Record<Personal | 'message', number>>

/** A snapshot to share, and how much of it was replaced. */
export interface Redaction {
  readonly snapshot: Snapshot
  readonly counts: RedactionCounts
}

/**
 * Replaces in a snapshot all that tells of people: names of files, commands and their arguments, users, and what messages
 * say of them. Each becomes a token of its length, the same wherever it stands; the key decides which, and is not kept.
 *
 * All else stays: addresses, sizes, perms, counters, devices, inodes, ids, times, and the release of the kernel. A text in
 * which it cannot be told what people chose is left out, and is a problem of the snapshot instead.
 */
export function redactSnapshot(
  adapters: readonly Adapter[],
  snapshot: Snapshot,
  key: Uint8Array = randomBytes(32),
): Redaction {
  return new Redactor(adapters, key).redact(snapshot)
}

class Redactor {
  readonly #replacement: Replacement
  readonly #counts: Record<Personal | 'message', number> = { pathname: 0, command: 0, user: 0, message: 0 }
  /** The arguments that this program calls tools with. */
  readonly #arguments: ReadonlySet<string>

  constructor(
    readonly adapters: readonly Adapter[],
    key: Uint8Array,
  ) {
    this.#replacement = new Replacement((message) => createHmac('sha512', key).update(message, 'latin1').digest())
    const ways = adapters.flatMap(({ capture }) => Object.values(capture ?? {}))
    this.#arguments = new Set(ways.flatMap((way) => ('run' in way ? way.run : [])))
  }

  redact(snapshot: Snapshot): Redaction {
    const problems = snapshot.problems.map((problem) => this.#problem(problem))
    const texts: CapturedText[] = []
    for (const text of snapshot.texts) {
      const redacted = this.#text(text)
      if (redacted === undefined) problems.push(unsafe(text))
      else texts.push(redacted)
    }
    const redacted: Snapshot = {
      ...snapshot,
      tools: Object.fromEntries(Object.entries(snapshot.tools).map(([name, tool]) => [name, this.#tool(name, tool)])),
      process: this.#process(snapshot.process),
      stats: snapshot.stats.map((stat) => this.#stat(stat)),
      ...(snapshot.tasks === undefined ? {} : { tasks: snapshot.tasks.map((task) => this.#task(task)) }),
      ...(snapshot.statBefore === undefined ? {} : { statBefore: this.#statBefore(snapshot.statBefore) }),
      texts,
      problems,
      redacted: true,
    }
    return { snapshot: redacted, counts: this.#counts }
  }

  #text(text: CapturedText): CapturedText | undefined {
    const adapter = this.adapters.find(({ name }) => name === text.adapter)
    if (adapter === undefined) return undefined
    const bytes = redactText(adapter, text.dialect, text.bytes, this.#replacement, (what) => {
      this.#counts[what === 'line' ? 'message' : what] += 1
    })
    if (bytes === undefined) return undefined
    const { argv, stderr } = text
    return {
      ...text,
      bytes,
      ...(argv === undefined ? {} : { argv: argv.map((word) => this.#argument(adapter.name, word)) }),
      ...(stderr === undefined ? {} : { stderr: this.#message(stderr) }),
    }
  }

  #process(process: LiveProcess): LiveProcess {
    const { command, comm, cmdline, user, exe } = process
    return {
      ...process,
      ...present({
        command: command === undefined ? undefined : this.#words('command', command),
        comm: comm === undefined ? undefined : this.#replacement.of(comm),
        cmdline: cmdline === undefined ? undefined : this.#bytes('command', cmdline),
        user: user === undefined ? undefined : this.#words('user', user),
        exe: exe === undefined ? undefined : { ...exe, pathname: this.#words('pathname', exe.pathname) },
      }),
    }
  }

  #stat(stat: StatFacts): StatFacts {
    // An entry of map_files is two addresses, and `exe` the kernel's own word.
    if (stat.path === 'exe' || stat.path.startsWith('map_files/')) return stat
    const path = this.#bytes('pathname', Buffer.from(stat.path, 'latin1'))
    return { ...stat, path: Buffer.from(path).toString('latin1') }
  }

  #task({ tid, comm }: Task): Task {
    return { tid, comm: this.#bytes('command', comm) }
  }

  /** The name of another process, and numbers. */
  #statBefore(text: Uint8Array): Uint8Array {
    const close = text.lastIndexOf(0x29)
    return Uint8Array.of(...this.#bytes('command', text.subarray(0, close)), ...text.subarray(close))
  }

  #tool(name: string, { path, ...tool }: Tool): Tool {
    return { ...tool, path: path === name ? path : this.#sentence(path) }
  }

  #problem({ message, next, ...problem }: Problem): Problem {
    return { ...problem, ...present({ message: this.#sentence(message), next: next && this.#sentence(next) }) }
  }

  /** Names of tools and options stay; what they choose stays where a tool gives it a meaning (`mem,txt`), and a path does not. */
  #argument(tool: string, word: string): string {
    if (this.#arguments.has(word)) return word
    const kept = keptOfArgument(tool, word)
    return word.slice(0, kept) + this.#sentence(word.slice(kept))
  }

  #sentence(text: string): string {
    return decode(this.#message(encode(text)))
  }

  #message(bytes: Uint8Array): Uint8Array {
    return replaceMessage(bytes, (word) => this.#bytes('message', word))
  }

  #words(what: Personal, text: string): string {
    return decode(this.#bytes(what, encode(text)))
  }

  #bytes(what: Personal | 'message', bytes: Uint8Array): Uint8Array {
    const token = this.#replacement.of(bytes)
    if (!sameBytes(token, bytes)) this.#counts[what] += 1
    return token
  }
}

function unsafe({ adapter, dialect, file }: CapturedText): Problem {
  return {
    view: `${adapter}:${dialect}`,
    code: 'unredacted',
    message: `${file} was left out: it cannot be told what people chose in it`,
    next: 'capture without --redact to have it',
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}
