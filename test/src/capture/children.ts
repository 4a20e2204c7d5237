import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { readStat } from '../../../src/capture/process-facts.js'

/** True when tests may become another user. */
export const isRoot: boolean = process.getuid?.() === 0

/** Starts a program that says something when it is ready, and ends with the test. */
export async function start(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<Started> {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'], ...options })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const [said] = await once(child.stdout as NodeJS.ReadableStream, 'data')
  return { child, pid: child.pid as number, said: String(said) }
}

/** A program that was started, and the first it said. */
export interface Started {
  readonly child: ChildProcess
  readonly pid: number
  readonly said: string
}

/** Starts a perl program that runs `code`, says it is ready, and waits. */
export function startPerl(code: string, options?: SpawnOptions): Promise<Started> {
  return start('perl', ['-e', `$| = 1; ${code}; print "ready"; sleep 60`], options)
}

/** Waits until a condition holds; fails the test when it does not within ten seconds. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  const limit = Date.now() + 10_000
  while (!holds()) {
    if (Date.now() > limit) throw new Error(`waited in vain until ${what}`)
    await new Promise((settle) => setTimeout(settle, 5))
  }
}

/** The state letter of a process; undefined when it is gone. */
export function stateOf(pid: number): string | undefined {
  try {
    return readStat(pid).state
  } catch {
    return undefined
  }
}

/** A folder that goes with the test. */
export function scratch(): string {
  const directory = mkdtempSync(join(tmpdir(), 'memmaps-test-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}

/** Writes a shell script to a scratch folder; gives its path. */
export function fakeTool(code: string, name = 'lsof'): string {
  const path = join(scratch(), name)
  writeFileSync(path, `#!/bin/sh\n${code}\n`)
  chmodSync(path, 0o755)
  return path
}

/** A `/proc` of our own with one process, 42, in it; gives its root. */
export function fakeProc(maps: string, startTime = 1000): string {
  const root = scratch()
  mkdirSync(join(root, '42'))
  writeFileSync(join(root, '42', 'maps'), maps)
  writeFileSync(join(root, '42', 'stat'), statLine(startTime))
  writeFileSync(join(root, '42', 'status'), 'Name:\tfake\nUid:\t1\t2\t3\t4\n')
  writeFileSync(join(root, '42', 'cmdline'), 'fake\0')
  return root
}

/** What `/proc/PID/stat` says of a process that started then. */
export function statLine(startTime: number): string {
  return `42 (fake) S 1 42 ${'0 '.repeat(16)}${startTime} ${'0 '.repeat(5)}140737488355328 0 0\n`
}

/** The error that a call throws. */
export async function thrownBy(call: () => unknown): Promise<unknown> {
  try {
    await call()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}
