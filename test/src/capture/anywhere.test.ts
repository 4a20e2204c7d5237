import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { scratch } from './children.js'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const capture = join(root, 'golden', 'captures', '4.19.304-x86_64', 'perl')

/** Makes a program believe that it runs on Windows, where there is no /proc, no /etc, and no tool to run. */
const ELSEWHERE = `
import childProcess from 'node:child_process'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
Object.defineProperty(process, 'platform', { value: 'win32' })
for (const name of ['geteuid', 'getuid', 'getgid', 'getegid']) process[name] = undefined
for (const [name, original] of Object.entries(fs)) {
  if (typeof original !== 'function' || /^[A-Z]|^_/.test(name)) continue
  fs[name] = (first, ...rest) => {
    if (/^\\/(?:proc|sys|etc|dev)(?:\\/|$)/.test(String(first))) throw new Error('LINUX ONLY: ' + name + ' ' + first)
    return original(first, ...rest)
  }
}
for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']) {
  childProcess[name] = () => { throw new Error('LINUX ONLY: ' + name) }
}
process.kill = () => { throw new Error('LINUX ONLY: kill') }
syncBuiltinESMExports()
`

/** Runs memmaps there; gives what it prints. */
function runElsewhere(...args: readonly string[]): string {
  const preload = join(scratch(), 'elsewhere.mjs')
  writeFileSync(preload, ELSEWHERE)
  const memmaps = join(root, 'dist', 'src', 'cli', 'main.js')
  return execFileSync(process.execPath, ['--import', pathToFileURL(preload).href, memmaps, ...args], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

test('there a live process cannot be read', () => {
  expect(() => runElsewhere('compare', '1')).toThrow(/LINUX ONLY|no process|cannot be read/)
})

test('compare reads a capture without anything that Linux alone has', () => {
  expect(runElsewhere('compare', capture)).toMatch(/\nexplained: all \d+ can be true at once\n$/)
})

test('so does its redaction', () => {
  const shared = join(scratch(), 'shared')
  expect(runElsewhere('capture', capture, '-o', shared, '--redact')).toContain('compare says: explained')
  expect(runElsewhere('compare', shared)).toMatch(/\nexplained: /)
})
