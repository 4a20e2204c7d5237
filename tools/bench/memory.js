import { readFileSync } from 'node:fs'

/**
 * Bytes that objects and array buffers hold, after everything that nobody needs was collected.
 *
 * @returns {number}
 */
export function memoryNow() {
  // What array buffers had is given back by a second collection.
  for (let i = 0; i < 3; i++) globalThis.gc()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/**
 * Bytes of the distinct names in what was read.
 *
 * @param {any} result a View, or the Region[] of a reference parser
 * @returns {number}
 */
export function nameBytes(result) {
  const names = new Set()
  for (const { pathname } of result.table ?? result) names.add(pathname)
  let size = 0
  for (const name of names) size += Buffer.byteLength(name)
  return size
}

/**
 * The most memory that this process has had since it became Node; getrusage counts what it was before, too.
 *
 * @returns {number}
 */
export function peakBytes() {
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'latin1'))[1]) * 1024
}
