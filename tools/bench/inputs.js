import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const GOLDEN = fileURLToPath(new URL('../../golden/', import.meta.url))

/**
 * A text in a folder like /proc, for every contender to read.
 *
 * @param {string} adapter
 * @param {Uint8Array} text
 * @param {string} folder
 * @returns {import('./contenders.js').Input}
 */
export function saved(adapter, text, folder) {
  const process = join(mkdtempSync(join(folder, 'text-')), '1')
  mkdirSync(process)
  writeFileSync(join(process, adapter), text)
  return { adapter, folders: [process] }
}

/**
 * All texts of an adapter in the golden corpus that are valid, each as a process of its own.
 *
 * @param {string} adapter
 * @param {string} folder
 * @returns {import('./contenders.js').Input & { bytes: number, dialects: string[] }}
 */
export function golden(adapter, folder) {
  const cases = join(GOLDEN, adapter, 'valid')
  const root = mkdtempSync(join(folder, 'golden-'))
  const names = readdirSync(cases).filter((name) => name.endsWith('.txt'))
  const folders = names.map((_, i) => join(root, String(i + 1)))
  let bytes = 0
  const dialects = names.map((name, i) => {
    mkdirSync(folders[i])
    cpSync(join(cases, name), join(folders[i], adapter))
    bytes += readFileSync(join(cases, name)).length
    return JSON.parse(readFileSync(join(cases, name.replace(/txt$/, 'json')), 'utf8')).expect.views[0].dialect
  })
  return { adapter, folders, dialects, bytes }
}

/**
 * The processes that are here now and have memory: threads of the kernel have none.
 *
 * @returns {number[]}
 */
export function everyProcess() {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.map(Number).filter((pid) => linesOf(pid) > 0)
}

/**
 * How many mappings a process has; 0 where it has ended.
 *
 * @param {number} pid
 * @returns {number}
 */
export function linesOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/maps`, 'latin1').split('\n').length - 1
  } catch {
    return 0
  }
}
