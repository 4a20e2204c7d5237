import { readFileSync, writeFileSync } from 'node:fs'

/** What a tool's file of settings says: nothing for a folder, which opens but has no lines; undefined where it does not open. */
export function readSettings(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EISDIR' ? new Uint8Array(0) : undefined
  }
}

/** Makes a tool's file of settings, and never writes over one; false where it cannot. */
export function makeSettings(path: string, bytes: Uint8Array): boolean {
  try {
    writeFileSync(path, bytes, { flag: 'wx' })
    return true
  } catch {
    return false
  }
}
