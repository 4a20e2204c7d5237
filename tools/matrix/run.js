#!/usr/bin/env node
// Runs the lsof and pmap of every Debian suite on one specimen, and compares what each prints with the kernel's own list:
// npm run matrix -- [SUITE …]. README.md says what it takes.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { execa } from 'execa'
import { compare, parse } from '../../dist/src/index.js'
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
try {
  const reference = readFileSync(`/proc/${specimen.pid}/smaps`)
  for (const { suite, packages } of SUITES) {
    if (wanted.length > 0 && !wanted.includes(suite)) continue
    const root = await rootOf(suite, packages)
    for (const { program, args } of callsOf(packages, specimen.pid)) {
      const [command, ...first] = runnable(root, program)
      const { stdout } = await execa(command, [...first, ...args], {
        env: { LC_ALL: 'C' },
        encoding: 'buffer',
        reject: false,
        stripFinalNewline: false,
        timeout: 60_000,
      })
      const said = verdict(reference, stdout)
      if (said !== 'agree' && said !== 'explained') failures += 1
      process.stdout.write(`${suite.padEnd(9)} ${said.padEnd(10)} ${program.slice(8)} ${args.join(' ')}\n`)
    }
  }
} finally {
  specimen.end()
}
process.stdout.write(`${failures} of these cannot be true together with smaps\n`)
process.exitCode = failures === 0 ? 0 : 1

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
  const versions = await Promise.all(packages.map(async (name) => `${name} ${await apt.versionOf(name)}`))
  const stamp = versions.join('\n')
  const root = join(CACHE, 'roots', `${suite}-${ARCHITECTURE}`)
  const marker = `${root}.versions`
  if (existsSync(marker) && readFileSync(marker, 'utf8') === stamp) return root
  process.stderr.write(`matrix: ${suite}: ${versions.join(', ')}\n`)
  rmSync(root, { recursive: true, force: true })
  mkdirSync(root, { recursive: true })
  await unpack(await apt.download(packages), root)
  writeFileSync(marker, stamp)
  return root
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
