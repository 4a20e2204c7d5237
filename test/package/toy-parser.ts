import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../shape/sources.js'

/** What came of a command in the example project. */
export interface Came {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Puts the example project beside a package that is installed, and gives what runs a command in it. */
export function toyParser(consumer: string): (words: readonly string[], input?: string | Uint8Array) => Came {
  const folder = join(consumer, 'toy-parser')
  cpSync(join(ROOT, 'examples/toy-parser'), folder, { recursive: true })
  // node:test would tell a test that runs below it by this.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  return (words, input = '') => {
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: folder, input, env, encoding: 'utf8' })
    return { status, stdout, stderr }
  }
}

/** The version of a package that the example project asks for. */
export function wanted(name: string): string {
  const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'examples/toy-parser/package.json'), 'utf8'))
  return devDependencies[name]
}
