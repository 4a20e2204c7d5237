import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { execa } from 'execa'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pattern, readTranscript } from './transcript.js'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const root = here('../../')
const folder = here('transcripts/')

/** For conditions: `$NODE` is the node that runs the command. */
const nodeKnown = { ...process.env, NODE: process.execPath }

let bin = ''

beforeAll(() => {
  const built = spawnSync(process.execPath, [join(root, 'tools/setup.js'), '--build'], { cwd: root, encoding: 'utf8' })
  expect(built.status, built.stderr).toBe(0)
  bin = mkdtempSync(join(tmpdir(), 'memmaps-cli-'))
  const memmaps = join(bin, 'memmaps')
  writeFileSync(memmaps, `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'dist/src/cli/main.js')}' "$@"\n`)
  chmodSync(memmaps, 0o755)
})

afterAll(() => rmSync(bin, { recursive: true, force: true }))

// One folder, so that several commands run at a time.
describe('the command line', () => {
  for (const file of readdirSync(folder).filter((each) => each.endsWith('.txt'))) runs(file)
})

function runs(file: string): void {
  const { about, needs, command, status, stdout, stderr } = readTranscript(readFileSync(join(folder, file), 'utf8'))
  const missing = needs.filter(
    (condition) => spawnSync('sh', ['-c', condition], { cwd: root, env: nodeKnown }).status !== 0,
  )
  const name = `${file}: ${about}${missing.length === 0 ? '' : ` (skipped: needs ${missing.join(', ')})`}`

  test.skipIf(missing.length > 0).concurrent(name, async ({ expect }) => {
    const { NO_COLOR: _, FORCE_COLOR: __, ...env } = process.env
    const ran = await execa('bash', ['-c', `set -o pipefail\n${command}`], {
      cwd: here('input/'),
      env: { ...env, PATH: `${bin}${delimiter}${process.env.PATH}`, TMP: bin, LC_ALL: 'C.UTF-8', TERM: 'xterm' },
      extendEnv: false,
      timeout: 30_000,
      // A command that reads a terminal by mistake must not wait for one.
      input: '',
      reject: false,
      stripFinalNewline: false,
    })
    const text = (output: string): string => output.replaceAll('\r\n', '\n')
    expect(text(ran.stderr)).toMatch(pattern(stderr))
    expect(text(ran.stdout)).toMatch(pattern(stdout))
    expect(ran.exitCode).toBe(status)
  })
}
