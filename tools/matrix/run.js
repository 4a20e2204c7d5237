#!/usr/bin/env node
// Runs the lsof and pmap of every Debian suite on one specimen, compares what each prints with the kernel's own list, and
// holds it against what memmaps prints as that version, byte for byte: npm run matrix -- [SUITE …]. README.md says what it takes.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { execa } from 'execa'
import { adapters } from '../../dist/adapters/index.js'
import { compare, parse } from '../../dist/src/index.js'
import { imitateLive } from '../../dist/src/library/imitate.js'
import { SuiteApt } from '../debian/apt.js'
import { runnable, unpack } from '../debian/rootfs.js'
import { callsOf, SUITES } from './suites.js'

const CACHE = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'memmaps')
const ARCHITECTURE = 'amd64'

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !SUITES.some(({ suite }) => suite === name))
if (unknown.length > 0 || wanted.some((name) => name.startsWith('-'))) {
  process.stderr.write(`usage: npm run matrix -- [${SUITES.map(({ suite }) => suite).join('|')} …]\n`)
  process.exit(2)
}

const specimen = await startSpecimen()
let failures = 0
let equal = 0
let different = 0
try {
  const reference = readFileSync(`/proc/${specimen.pid}/smaps`)
  for (const { suite, packages } of SUITES) {
    if (wanted.length > 0 && !wanted.includes(suite)) continue
    const { root, versions } = await rootOf(suite, packages)
    for (const { program, args } of callsOf(packages, specimen.pid)) {
      const [command, ...first] = runnable(root, program)
      const { stdout, exitCode } = await execa(command, [...first, ...args], {
        env: { LC_ALL: 'C' },
        encoding: 'buffer',
        reject: false,
        stripFinalNewline: false,
        timeout: 60_000,
      })
      const said = verdict(reference, stdout)
      if (said !== 'agree' && said !== 'explained') failures += 1
      const same = imitated(program.slice('usr/bin/'.length), args, versions, stdout, exitCode)
      if (same === 'equal') equal += 1
      else different += 1
      process.stdout.write(
        `${suite.padEnd(9)} ${said.padEnd(10)} ${program.slice(8)} ${args.join(' ')}: bytes ${same}\n`,
      )
    }
  }
} finally {
  specimen.end()
}
process.stdout.write(`${failures} of these cannot be true together with smaps\n`)
process.stdout.write(`${equal} imitated byte for byte, ${different} not\n`)
process.exitCode = failures === 0 && different === 0 ? 0 : 1

/** Whether memmaps, as the version of this program, prints and ends the same; else the first line that differs. */
function imitated(program, args, versions, stdout, exit) {
  const tool = program === 'toybox' ? 'pmap' : program
  const words = program === 'toybox' ? args.slice(1) : args
  const version = `${program === 'toybox' ? 'toybox-' : ''}${versions[program === 'pmap' ? 'procps' : program]}`
  try {
    const answer = imitateLive(adapters, tool, { words, version, locale: 'C' })
    const ours = Buffer.concat([...answer.stdout])
    if (ours.equals(stdout))
      return answer.exit === exit ? 'equal' : `equal, but the status is ${exit}, not ${answer.exit}`
    const lines = [stdout, ours].map((bytes) => Buffer.from(bytes).toString('latin1').split('\n'))
    const at = lines[0].findIndex((line, index) => line !== lines[1][index])
    return `differ in line ${at + 1}:\n  real ${JSON.stringify(lines[0][at]?.slice(0, 160))}\n  ours ${JSON.stringify(lines[1][at]?.slice(0, 160))}`
  } catch (error) {
    return `failed: ${error.message.split('\n')[0]}`
  }
}

/** The version that the tool itself knows: without Debian's epoch, revision and mark of a changed source. */
function upstream(version) {
  return version.replace(/^\d+:/, '').replace(/[-+~].*$/, '')
}

function verdict(reference, text) {
  try {
    const [kernel] = parse(reference, { from: 'smaps', asPrinted: true })
    const [view] = parse(text)
    return compare([kernel, view]).verdict
  } catch (error) {
    return `failed: ${error.message.split('\n')[0]}`
  }
}

/** The root of a suite's tools: downloaded and unpacked unless it is there. */
async function rootOf(suite, packages) {
  const apt = new SuiteApt(CACHE, suite, ARCHITECTURE)
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

async function startSpecimen() {
  const program = fileURLToPath(new URL('../specimen.pl', import.meta.url))
  const folder = mkdtempSync(join(tmpdir(), 'memmaps-'))
  const process = execa('perl', [program, folder], { stdin: 'pipe', stdout: 'pipe', reject: false })
  await new Promise((resolve) => {
    process.stdout.once('data', resolve)
  })
  return { pid: process.pid, end: () => process.stdin.end() }
}
