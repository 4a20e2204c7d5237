import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locale, Task } from '../../src/adapter.js'

/** A run of a tool in a guest. */
export interface RawRun {
  /** The name of its files: `pmap-x`, `lsof-F0`. */
  readonly name: string
  readonly argv: readonly string[]
  readonly exit: number
  readonly locale: Locale
  readonly stdout: Buffer
  readonly stderr: Buffer
}

/** What a guest handed out about one process, as files. */
export class RawProcess {
  constructor(
    readonly folder: string,
    readonly name: string,
  ) {}

  get pid(): number {
    return Number(this.#text('pid'))
  }

  /** True where maps was the same after the tools had run. */
  get stoodStill(): boolean {
    return this.#text('again').trim() === 'same'
  }

  /** True where the tools were given the captured maps and smaps. */
  get frozen(): boolean {
    return this.#text('frozen').trim() === 'yes'
  }

  /** The text of /proc/locks. */
  get locks(): string {
    return this.#text('locks')
  }

  /** The stat of the process before it that has a name; undefined for one that has a name itself. */
  get before(): Buffer | undefined {
    return this.#bytes('before')
  }

  /** What the program for facts printed. */
  get facts(): string {
    return this.#text('facts')
  }

  /** A file below /proc/PID; undefined where the kernel has none, or none that can be read. */
  proc(name: string): Buffer | undefined {
    return this.#bytes(join('proc', name))
  }

  /** Its threads, the main one first. */
  get tasks(): readonly Task[] {
    const { pid } = this
    return listed(join(this.folder, 'proc', 'task'))
      .map(Number)
      .sort((a, b) => Number(b === pid) - Number(a === pid) || a - b)
      .map((tid) => ({ tid, comm: withoutNewline(this.proc(`task/${tid}/comm`) ?? Buffer.alloc(0)) }))
  }

  /** The runs of the tools, in the order of their names. */
  get runs(): readonly RawRun[] {
    return listed(join(this.folder, 'tools'))
      .filter((file) => file.endsWith('.words'))
      .sort()
      .map((file) => this.#run(file.slice(0, -'.words'.length)))
  }

  #run(name: string): RawRun {
    const part = (suffix: string): string => join('tools', `${name}.${suffix}`)
    return {
      name,
      argv: this.#text(part('words')).split('\n').slice(0, -1),
      exit: Number(this.#text(part('exit'))),
      locale: this.#text(part('locale')) === '' ? 'C' : 'UTF-8',
      stdout: this.#bytes(part('out')) ?? Buffer.alloc(0),
      stderr: this.#bytes(part('err')) ?? Buffer.alloc(0),
    }
  }

  #text(name: string): string {
    return this.#bytes(name)?.toString('latin1') ?? ''
  }

  #bytes(name: string): Buffer | undefined {
    const path = join(this.folder, name)
    return existsSync(path) ? readFileSync(path) : undefined
  }
}

/** The processes that a guest handed out, in the order of their names. */
export function processesOf(raw: string): readonly RawProcess[] {
  return listed(raw)
    .filter((name) => existsSync(join(raw, name, 'pid')))
    .sort()
    .map((name) => new RawProcess(join(raw, name), name))
}

function listed(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : []
}

function withoutNewline(bytes: Buffer): Buffer {
  return bytes.at(-1) === 0x0a ? bytes.subarray(0, -1) : bytes
}
