import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url))

/**
 * Whole commands that look at a process, `cat maps` first; a tool that is not here is `missing`.
 *
 * @param {number} pid
 * @returns {{ name: string, missing?: string, run: () => Promise<{ wall: number, failed?: string }> }[]}
 */
export function commandJobs(pid) {
  return [
    job('cat maps', 'cat', [`/proc/${pid}/maps`]),
    job('cat smaps', 'cat', [`/proc/${pid}/smaps`]),
    job('pmap -x', 'pmap', ['-x', `${pid}`]),
    job('lsof -nP -a -p PID -d mem', 'lsof', ['-nP', '-a', '-p', `${pid}`, '-d', 'mem']),
    node('node -e 0 (node itself)', '-e', '0'),
    node('memmaps convert -f maps -t maps', MAIN, 'convert', '-f', 'maps', '-t', 'maps', `${pid}`),
    node('memmaps convert -f maps -t json', MAIN, 'convert', '-f', 'maps', '-t', 'json', `${pid}`),
    node('memmaps convert -t json (reads smaps)', MAIN, 'convert', '-t', 'json', `${pid}`),
    node('memmaps compare', MAIN, 'compare', `${pid}`),
  ]
}

/**
 * A tool and memmaps in its place, with the same words; as `commandJobs`.
 *
 * @param {string} tool
 * @param {readonly string[]} words
 * @param {number} pid
 * @returns {ReturnType<typeof commandJobs>}
 */
export function dropInJobs(tool, words, pid) {
  const name = [tool, ...words].join(' ')
  return [job(name, tool, [...words, `${pid}`]), node(`memmaps ${name}`, MAIN, tool, ...words, `${pid}`)]
}

function node(name, ...args) {
  return job(name, process.execPath, args)
}

function job(name, tool, args) {
  const command = find(tool)
  if (command === undefined)
    return { name, missing: `skipped: ${tool} is not installed`, run: async () => ({ wall: 0 }) }
  return { name, run: () => run(command, args) }
}

function run(command, args) {
  return new Promise((resolve, reject) => {
    const from = performance.now()
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (text) => {
      said += text
    })
    child.on('error', reject)
    child.on('close', (status) => {
      const wall = performance.now() - from
      if (status === 0) resolve({ wall })
      else resolve({ wall, failed: `ended with status ${status}: ${said.trim().split('\n').at(-1)}` })
    })
  })
}

function find(tool) {
  if (tool.startsWith('/')) return tool
  const folders = `${process.env.PATH ?? ''}${delimiter}/usr/bin${delimiter}/usr/sbin${delimiter}/bin`.split(delimiter)
  return folders.map((folder) => join(folder, tool)).find((path) => existsSync(path))
}
