import { readFileSync } from 'node:fs'
import { endianness, machine, release } from 'node:os'
import { present } from './present.js'
import { PROC } from './proc.js'
import { isLive, kernelOf } from './proc-root.js'
import type { Host } from './types.js'

const NARROW: ReadonlySet<string> = new Set(['ia32', 'arm', 'mips', 'mipsel', 'ppc', 's390'])

/** The entry of the auxiliary vector that holds the page size. */
const AT_PAGESZ = 6n

/** The machine whose processes are below a directory: this one, or what a saved tree tells of its own. */
export function readHost(procRoot: string = PROC): Host {
  if (!isLive(procRoot)) return present({ kernel: kernelOf(procRoot) })
  return present({ kernel: release(), arch: machine(), pageSize: readPageSize() })
}

function readPageSize(): number | undefined {
  try {
    return pageSizeOf(readFileSync('/proc/self/auxv'), NARROW.has(process.arch) ? 4 : 8, endianness() === 'LE')
  } catch {
    return undefined
  }
}

/** The page size, in bytes, that an auxiliary vector names: pairs of words of 4 or 8 bytes. */
export function pageSizeOf(auxv: Uint8Array, word: 4 | 8, littleEndian: boolean): number | undefined {
  const view = new DataView(auxv.buffer, auxv.byteOffset, auxv.byteLength)
  const at = (index: number): bigint =>
    word === 8 ? view.getBigUint64(index, littleEndian) : BigInt(view.getUint32(index, littleEndian))
  for (let index = 0; index + 2 * word <= auxv.length; index += 2 * word) {
    if (at(index) === AT_PAGESZ) return Number(at(index + word))
  }
  return undefined
}
