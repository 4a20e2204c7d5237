// The busybox of a suite, built from its source with pmap alone: Debian's own package has none.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'

const OPTIONS = ['PMAP', 'FEATURE_PIDFILE', 'STATIC', 'SHOW_USAGE', 'FEATURE_TOPMEM', 'LFS']

/**
 * Builds it, unless it was built before; undefined, and said, where there is no compiler or no source.
 *
 * @param {import('../../dist/tools/debian/apt.js').SuiteApt} apt
 * @param {string} folder
 * @returns {Promise<{ path: string, version: string } | undefined>}
 */
export async function buildBusybox(apt, folder) {
  const known = await apt.versionOf('busybox')
  const version = known?.replace(/^\d+:/, '').replace(/[-+~].*$/, '')
  if (version === undefined) return undefined
  const path = join(folder, `busybox-${version}`)
  if (existsSync(path)) return { path, version }
  const lacking = await missing(['cc', 'make', 'bzip2'])
  if (lacking !== undefined) {
    process.stderr.write(`matrix: busybox ${version} is left out: no ${lacking}\n`)
    return undefined
  }
  process.stderr.write(`matrix: building busybox ${version}\n`)
  const work = join(folder, `build-${version}`)
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  const archive = await apt.source('busybox', work)
  await execa('tar', ['-x', '--strip-components=1', '-C', work, '-f', archive])
  await execa('make', ['-C', work, 'allnoconfig'])
  const config = join(work, '.config')
  const text = readFileSync(config, 'utf8')
  const wanted = OPTIONS.reduce((all, name) => all.replace(`# CONFIG_${name} is not set`, `CONFIG_${name}=y`), text)
  writeFileSync(config, wanted)
  await execa('make', ['-C', work, 'oldconfig'], { input: '\n'.repeat(500) })
  await execa('make', ['-C', work, '-j2', 'busybox'])
  renameSync(join(work, 'busybox'), path)
  rmSync(work, { recursive: true })
  return { path, version }
}

async function missing(programs) {
  for (const program of programs) {
    const { failed } = await execa(program, ['--version'], { reject: false, stdin: 'ignore' })
    if (failed) return program
  }
  return undefined
}
