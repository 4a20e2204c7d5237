// The tools of each suite: downloaded, unpacked or built below the cache, and how each is run.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { SuiteApt } from '../../dist/tools/debian/apt.js'
import { runnable, unpack } from '../../dist/tools/debian/rootfs.js'
import { buildBusybox } from './busybox.js'

const CACHE = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'memmaps')
const ARCHITECTURE = 'amd64'

/**
 * @typedef {object} Tool
 * @property {'lsof' | 'procps' | 'toybox' | 'busybox'} program
 * @property {'lsof' | 'pmap'} name what memmaps calls it
 * @property {string} version as memmaps spells it
 * @property {readonly string[]} command the command and its first words
 * @property {string} [locales] the folder of the suite's own locales
 */

/**
 * The tools of a suite.
 *
 * @param {{ suite: string, packages: readonly string[] }} suite
 * @returns {Promise<Tool[]>}
 */
export async function toolsOf({ suite, packages }) {
  const apt = new SuiteApt(CACHE, suite, ARCHITECTURE)
  const { root, versions } = await rootOf(apt, suite, packages)
  const locales = join(root, 'usr', 'lib', 'locale')
  const tools = []
  for (const program of ['lsof', 'procps', 'toybox']) {
    const version = versions[program]
    if (version === undefined) continue
    const command = runnable(root, `usr/bin/${program === 'procps' ? 'pmap' : program}`)
    tools.push({
      program,
      name: program === 'lsof' ? 'lsof' : 'pmap',
      version: program === 'toybox' ? `toybox-${version}` : version,
      command: program === 'toybox' ? [...command, 'pmap'] : command,
      ...(existsSync(locales) ? { locales } : {}),
    })
  }
  const busybox = await buildBusybox(apt, join(CACHE, 'busybox'))
  if (busybox === undefined) return tools
  const { path, version } = busybox
  return [...tools, { program: 'busybox', name: 'pmap', version: `busybox-${version}`, command: [path, 'pmap'] }]
}

/** The root of a suite's tools: downloaded and unpacked unless it is there. */
async function rootOf(apt, suite, packages) {
  await apt.update()
  const known = await Promise.all(packages.map(async (name) => [name, await apt.versionOf(name)]))
  const versions = Object.fromEntries(known.map(([name, version]) => [name, upstream(version)]))
  const stamp = known.map(([name, version]) => `${name} ${version}`).join('\n')
  const root = join(CACHE, 'roots', `${suite}-${ARCHITECTURE}`)
  const marker = `${root}.versions`
  if (existsSync(marker) && readFileSync(marker, 'utf8') === stamp) return { root, versions }
  process.stderr.write(`matrix: ${suite}: ${stamp.replaceAll('\n', ', ')}\n`)
  rmSync(root, { recursive: true, force: true })
  mkdirSync(root, { recursive: true })
  await unpack(await apt.download(packages), root)
  writeFileSync(marker, stamp)
  return { root, versions }
}

/** The version that the tool itself knows: without Debian's epoch, revision and mark of a changed source. */
function upstream(version) {
  return version.replace(/^\d+:/, '').replace(/[-+~].*$/, '')
}
