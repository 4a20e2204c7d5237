import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const SCRIPT = fileURLToPath(new URL('mappings.pl', import.meta.url))

/**
 * Starts a process with many mappings; it ends when `stop` is called, or when this process ends in whatever way.
 *
 * @param {'libraries' | 'anonymous' | 'files'} layout
 * @param {number} count
 * @param {string} folder where its files go
 * @returns {Promise<{ pid: number, stop: () => Promise<void> }>}
 */
export async function startSpecimen(layout, count, folder) {
  const files = mkdtempSync(join(folder, 'libraries-'))
  const child = spawn('perl', [SCRIPT, layout, String(count), files], { stdio: ['pipe', 'pipe', 'pipe'] })
  const ended = new Promise((resolve) => child.on('close', resolve))
  let said = ''
  child.stderr.on('data', (text) => {
    said += text
  })
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve)
    child.once('error', reject)
    ended.then(() => reject(new Error(`the specimen ended: ${said.trim()}`)))
  })
  return {
    pid: child.pid,
    stop: async () => {
      child.stdin.end()
      await ended
    },
  }
}

/**
 * Does something with such a process, and ends it.
 *
 * @template T
 * @param {Parameters<typeof startSpecimen>[0]} layout
 * @param {number} count
 * @param {string} folder
 * @param {(pid: number) => T | Promise<T>} act
 * @returns {Promise<T>}
 */
export async function withSpecimen(layout, count, folder, act) {
  const specimen = await startSpecimen(layout, count, folder)
  try {
    return await act(specimen.pid)
  } finally {
    await specimen.stop()
  }
}

/**
 * Does something with a node that waits, and ends it.
 *
 * @template T
 * @param {(pid: number) => T | Promise<T>} act
 * @returns {Promise<T>}
 */
export async function withNode(act) {
  const program = 'process.stdin.resume().on("end", () => process.exit()); process.stdout.write("ready")'
  const child = spawn(process.execPath, ['-e', program], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = new Promise((resolve) => child.on('close', resolve))
  await new Promise((resolve, reject) => child.stdout.once('data', resolve).once('error', reject))
  try {
    return await act(child.pid)
  } finally {
    child.stdin.end()
    await ended
  }
}
