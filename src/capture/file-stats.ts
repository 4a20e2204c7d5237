import { statSync } from 'node:fs'
import type { StatFacts } from '../adapter.js'
import { type Device, deviceFromNumber } from '../model/device.js'

/** Devices by the numbers that Node gives: files lie on few, and to take a number apart takes long. */
const devices: Map<bigint, Device> = new Map()

const DEVICES_KEPT = 64

/**
 * Asks stat about paths, each once; the result is by path, its bytes read as latin-1.
 *
 * A name that does not begin with `/` (`anon_inode:[eventpoll]`) is looked for in `/`, the directory that tools are run in:
 * lsof asks stat about such names too. `exe` and what begins with `map_files/` are looked for in `directory`, the process's own.
 */
export function statPaths(paths: Iterable<Uint8Array>, directory = '/proc/self'): Map<string, StatFacts> {
  const facts = new Map<string, StatFacts>()
  for (const bytes of paths) {
    const own = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    const path = own.toString('latin1')
    if (!facts.has(path)) facts.set(path, statPath(path, own, directory))
  }
  return facts
}

function statPath(path: string, bytes: Buffer, directory: string): StatFacts {
  if (path === '') return { path, error: 'ENOENT' }
  try {
    // Node gives 64 bits with a sign; none of these has one.
    const stat = statSync(placeOf(path, bytes, directory), { bigint: true })
    return {
      path,
      device: deviceOf(stat.dev),
      inode: BigInt.asUintN(64, stat.ino),
      mode: Number(stat.mode),
      size: stat.size,
      links: BigInt.asUintN(64, stat.nlink),
      rdev: deviceOf(stat.rdev),
    }
  } catch (error) {
    return { path, error: (error as NodeJS.ErrnoException).code ?? 'unknown' }
  }
}

function deviceOf(number: bigint): Device {
  let device = devices.get(number)
  if (device === undefined) {
    device = deviceFromNumber(BigInt.asUintN(64, number))
    if (devices.size < DEVICES_KEPT) devices.set(number, device)
  }
  return device
}

function placeOf(path: string, bytes: Buffer, directory: string): string | Buffer {
  if (path.startsWith('/')) return bytes
  return path === 'exe' || path.startsWith('map_files/') ? `${directory}/${path}` : Buffer.from(`/${path}`, 'latin1')
}
