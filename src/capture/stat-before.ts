import { readProcFile } from './proc.js'
import { pidsIn } from './proc-root.js'

const OPENING = 0x28
const CLOSING = 0x29

/**
 * What `/proc/PID/stat` says behind its first `(` of the nearest process before this one whose name is not empty, and does not
 * begin with the `)` that ends it; undefined where there is none.
 */
export function readStatBefore(pid: number, procRoot: string): Uint8Array | undefined {
  const before = (pidsIn(procRoot) ?? []).filter((other) => other < pid).reverse()
  for (const other of before) {
    const text = attempt(() => readProcFile(other, 'stat', procRoot))
    const open = text?.indexOf(OPENING) ?? -1
    if (text !== undefined && open >= 0 && text[open + 1] !== CLOSING) return text.subarray(open + 1)
  }
  return undefined
}

/** True for a name that is empty to a program which takes the first `)` for its end. */
export function isNameless(comm: Uint8Array | undefined): boolean {
  return comm !== undefined && (comm.length === 0 || comm[0] === CLOSING)
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    // It ended since the directory was read.
    return undefined
  }
}
