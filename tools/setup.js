#!/usr/bin/env node
// Makes a fresh clone ready to run: packages, the build (with --build), and the tools that memmaps reads.
//
// It runs before `npm ci` ever did, so it needs nothing but Node, and its syntax is old enough to tell an old Node so.
// It does only what is missing or stale, says each step in a line on stderr, and is silent when there is nothing to do.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const OLDEST_NODE = 20
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const at = (...parts) => join(root, ...parts)

checkNode()
installPackages()
if (process.argv.includes('--build')) build()
installTools()

function checkNode() {
  const version = process.versions.node
  if (Number(version.split('.')[0]) >= OLDEST_NODE) return
  fail(`this is Node ${version}, and memmaps needs Node ${OLDEST_NODE} or newer: https://nodejs.org/en/download`)
}

function installPackages() {
  const installed = at('node_modules', '.package-lock.json')
  if (changed(installed) >= changed(at('package-lock.json'))) return
  say(`npm ci (node_modules is ${existsSync(installed) ? 'older than package-lock.json' : 'missing'})`)
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund']
  const npm = process.env.npm_execpath || ''
  if (npm.endsWith('npm-cli.js')) run('npm ci', process.execPath, [npm, ...args])
  else run('npm ci', 'npm', args)
}

/** Builds beside, and swaps: a build that fails leaves the last good one, and two at the same time do not meet. */
function build() {
  const built = at('dist', '.built')
  const sources = [
    'src',
    'adapters',
    'arbitraries',
    'test/reference',
    'tools/churn',
    'tools/conform',
    'tools/debian',
    'tools/faults',
    'tools/golden',
    'tools/lab',
    'tools/bundle',
    'tools/bundle.js',
    'tsconfig.json',
    'tsconfig.build.json',
    'package-lock.json',
  ]
  if (changed(built) >= Math.max(...sources.map((source) => newest(at(source))))) return
  say(`tsc (dist is ${existsSync(built) ? 'older than the source' : 'missing'})`)
  const started = new Date()
  const fresh = at('node_modules', `.dist-${process.pid}`)
  const old = `${fresh}-old`
  process.once('exit', () => {
    for (const left of [fresh, old]) rmSync(left, { recursive: true, force: true })
  })
  mkdirSync(fresh)
  const tsc = at('node_modules', 'typescript', 'bin', 'tsc')
  run('tsc', process.execPath, [tsc, '-p', at('tsconfig.build.json'), '--outDir', fresh])
  run('tools/bundle.js', process.execPath, [at('tools', 'bundle.js'), fresh])
  writeFileSync(join(fresh, '.built'), '')
  // What is edited from here on is newer than this build.
  utimesSync(join(fresh, '.built'), started, started)
  swap(fresh, at('dist'), old)
}

/** Puts a fresh build in the place of the last one; where another build was put there meanwhile, that one stays. */
function swap(fresh, place, old) {
  try {
    renameSync(place, old)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
  try {
    renameSync(fresh, place)
  } catch (error) {
    if (!existsSync(join(place, '.built'))) throw error
  }
}

function installTools() {
  if (process.platform !== 'linux') return
  if (process.getuid() === 0 && isInstalled('apt-get') && missingTools().length > 0) {
    const packages = missingTools().map((tool) => (tool === 'pmap' ? 'procps' : tool))
    say(`apt-get install ${packages.join(' ')} (${missingTools().join(' and ')} missing)`)
    const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: 'ignore' }
    spawnSync('apt-get', ['update'], options)
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], options)
  }
  const missing = missingTools()
  if (missing.length === 0) return
  say(`${missing.join(' and ')} missing: memmaps goes on without. To install: ${installCommand()}`)
}

function missingTools() {
  return ['lsof', 'pmap'].filter((tool) => !isInstalled(tool))
}

function installCommand() {
  const managers = [
    ['apt-get', 'apt-get install lsof procps'],
    ['dnf', 'dnf install lsof procps-ng'],
    ['apk', 'apk add lsof procps'],
    ['zypper', 'zypper install lsof procps'],
    ['pacman', 'pacman -S lsof procps-ng'],
  ]
  const known = managers.find(([manager]) => isInstalled(manager)) || managers[0]
  return process.getuid() === 0 ? known[1] : `sudo ${known[1]}`
}

function isInstalled(program) {
  const path = `${process.env.PATH || ''}${delimiter}/usr/bin${delimiter}/usr/sbin${delimiter}/bin${delimiter}/sbin`
  return path.split(delimiter).some((directory) => directory !== '' && existsSync(join(directory, program)))
}

/** When a file last changed, in milliseconds; 0 when it is not there. */
function changed(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0
}

/** When anything in a folder last changed; a folder changes when a file in it goes. */
function newest(path) {
  if (!existsSync(path) || !statSync(path).isDirectory()) return changed(path)
  return Math.max(changed(path), ...readdirSync(path).map((name) => newest(join(path, name))))
}

/** Runs a command; shows what it printed only when it fails. */
function run(name, command, args) {
  const { status, error, stdout, stderr } = spawnSync(command, args, { cwd: root, maxBuffer: 1 << 28 })
  if (status === 0) return
  if (error !== undefined) fail(`${name} cannot be run: ${error.message}`)
  process.stderr.write(stdout)
  process.stderr.write(stderr)
  fail(`${name} ended with status ${status}`)
}

function say(what) {
  process.stderr.write(`setup: ${what}\n`)
}

function fail(why) {
  say(why)
  process.exit(1)
}
