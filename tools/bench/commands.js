import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url))

/** Longer than any of them takes that is worth waiting for. */
const TIME_LIMIT = 60_000

/**
 * A whole command: what `name` calls it, and how it is started.
 *
 * @typedef {{ name: string, missing?: string, needed?: boolean, isOnce?: boolean, argv: string[], stdin?: string, run: () => Promise<{ wall: number, failed?: string }> }} Job
 */

/**
 * A command of somebody else's; one that is not here is `missing`.
 *
 * @param {string} name
 * @param {readonly string[]} argv
 * @param {{ needed?: boolean, isOnce?: boolean, stdin?: string, fine?: readonly number[] }} [options] `fine`: statuses that are no failure
 * @returns {Job}
 */
export function command(name, [tool, ...args], { needed = false, isOnce = false, stdin, fine = [0] } = {}) {
  const file = find(tool)
  const argv = [file ?? tool, ...args]
  if (file === undefined)
    return { name, argv, missing: `skipped: ${tool} is not installed`, run: async () => ({ wall: 0 }) }
  return { name, argv, needed, isOnce, stdin, run: () => run(argv, stdin, fine) }
}

/**
 * A program of Node's.
 *
 * @param {string} name
 * @param {readonly string[]} args
 * @param {Parameters<typeof command>[2]} [options]
 * @returns {Job}
 */
export function node(name, args, options) {
  return command(name, [process.execPath, ...args], options)
}

/**
 * memmaps with these words.
 *
 * @param {readonly (string | number)[]} words
 * @param {Parameters<typeof command>[2] & { name?: string }} [options]
 * @returns {Job}
 */
export function memmaps(words, options) {
  return node(options?.name ?? `memmaps ${words.join(' ')}`, [MAIN, ...words.map(String)], options)
}

/**
 * Where a program is; undefined where it is not installed.
 *
 * @param {string} tool
 * @returns {string | undefined}
 */
export function find(tool) {
  if (tool.startsWith('/')) return tool
  const folders = `${process.env.PATH ?? ''}${delimiter}/usr/bin${delimiter}/usr/sbin${delimiter}/bin`.split(delimiter)
  return folders.map((folder) => join(folder, tool)).find((path) => existsSync(path))
}

/**
 * Runs a command to its end; what it prints goes nowhere.
 *
 * @param {readonly string[]} argv
 * @param {string} [stdin] a file
 * @param {readonly number[]} [fine]
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ wall: number, failed?: string }>}
 */
export function run([file, ...args], stdin, fine = [0], env = process.env) {
  return new Promise((resolve, reject) => {
    const input = stdin === undefined ? 'ignore' : openSync(stdin, 'r')
    const from = performance.now()
    const child = spawn(file, args, { stdio: [input, 'ignore', 'pipe'], timeout: TIME_LIMIT, env })
    let said = ''
    child.stderr.on('data', (text) => {
      said = (said + text).slice(-1000)
    })
    child.on('error', reject)
    child.on('close', (status, signal) => {
      const wall = performance.now() - from
      if (typeof input === 'number') closeSync(input)
      if (fine.includes(status)) resolve({ wall })
      else resolve({ wall, failed: `ended with ${signal ?? `status ${status}`}: ${trouble(said)}` })
    })
  })
}

/** The line of what a command said that names its trouble. */
function trouble(said) {
  const lines = said.trim().split('\n')
  return lines.find((line) => /error/i.test(line)) ?? lines.at(-1)
}
