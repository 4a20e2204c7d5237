import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Runs commands one after the other in one bash, in a folder of its own that has what a clone has in `examples/`, the built
 * `memmaps` on its PATH, and the package where Node finds it.
 *
 * @param {readonly string[]} commands
 * @returns {{ output: string, status: number }[]} what each printed, stdout and stderr together, without the last newline
 */
export function runInBash(commands) {
  const folder = mkdtempSync(join(tmpdir(), 'memmaps-readme-'))
  try {
    const bin = join(folder, '.bin')
    mkdirSync(bin)
    writeFileSync(join(bin, 'memmaps'), `#!/bin/sh\nexec '${process.execPath}' '${root}dist/src/cli/main.js' "$@"\n`)
    chmodSync(join(bin, 'memmaps'), 0o755)
    cpSync(join(root, 'examples'), join(folder, 'examples'), { recursive: true })
    mkdirSync(join(folder, 'node_modules'))
    symlinkSync(root, join(folder, 'node_modules', 'memmaps'))
    const marker = '\u0001end '
    const script = commands.map((command) => `${command}\nprintf '${marker}%s\\n' $?\n`).join('')
    const { stdout } = spawnSync('bash', ['--norc', '-c', `exec 2>&1\n${script}`], {
      cwd: folder,
      env: { ...process.env, PATH: `${bin}:${process.env.PATH}`, NO_COLOR: '1', LC_ALL: 'C.UTF-8' },
      encoding: 'utf8',
      maxBuffer: 1 << 26,
      timeout: 120_000,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const pieces = stdout.split(marker)
    return commands.map((_, index) => ({
      output: (pieces[index] ?? '').replace(/^.*\n/, index === 0 ? '$&' : '').replace(/\n$/, ''),
      status: Number(/^\d+/.exec(pieces[index + 1] ?? '')?.[0] ?? Number.NaN),
    }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
