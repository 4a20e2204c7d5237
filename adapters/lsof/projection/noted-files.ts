import type { View } from '../../../src/adapter.js'
import type { Device } from '../../../src/model/device.js'
import { basename, latin1 } from '../../../src/model/pathname.js'
import { nameFormOf } from '../names/form.js'
import { showsSizes } from './call.js'

/**
 * The files of a listing that lsof says it did not find, or found to be another one: `mem` with a note, or without a size. Of a file that is marked
 * deleted it never says so, for it lists that as DEL.
 */
export class NotedFiles {
  readonly #names: Map<string, string> = new Map()

  constructor(as: View) {
    const { table } = as
    const form = nameFormOf(as)
    const sized = showsSizes(as)
    for (let row = 0; row < table.length; row++) {
      const { descriptor, type, note, size } = table.file(row) ?? {}
      const [device, inode, name] = [table.device(row), table.inode(row), table.pathnameBytes(row)]
      const isNotFound = note !== undefined || (sized && type === 'REG' && size === undefined)
      if (descriptor !== 'mem' || !isNotFound || type?.startsWith('UNKN')) continue
      if (device === undefined || inode === undefined || name === undefined) continue
      this.#names.set(keyOf(device, inode), latin1(basename(form.even(name))))
    }
  }

  /** True where the file is noted so, under that name as it is printed: a real name may itself end as a note does. */
  has(device: Device | undefined, inode: bigint | undefined, printed: Uint8Array): boolean {
    if (this.#names.size === 0 || device === undefined || inode === undefined) return false
    return this.#names.get(keyOf(device, inode)) === latin1(basename(printed))
  }
}

function keyOf({ major, minor }: Device, inode: bigint): string {
  return `${major}:${minor}:${inode}`
}
