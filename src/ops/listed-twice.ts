import type { View } from '../adapter.js'
import { deviceText } from './difference.js'

/**
 * Rows of a list of files that a row above leaves no room for: no tool lists a file twice, by device and inode, and there is one
 * executable, which stands before all that is mapped.
 */
export function listedTwice({ table }: View): readonly number[] {
  const seen = new Set<string>()
  const again: number[] = []
  for (let row = 0; row < table.length; row++) {
    const device = table.device(row)
    const inode = table.inode(row)
    const { descriptor, type } = table.file(row) ?? {}
    if (descriptor === 'txt') {
      if (seen.has('txt') || seen.has('mapped')) again.push(row)
      seen.add('txt')
    } else if (descriptor === 'mem' || descriptor === 'DEL') seen.add('mapped')
    // The device of a special file is the one it stands for, and a row without a descriptor may be of an open file.
    if (device === undefined || inode === undefined || descriptor === undefined) continue
    if (type === 'CHR' || type === 'BLK') continue
    const key = `${deviceText(device)} ${inode}`
    if (seen.has(key)) again.push(row)
    seen.add(key)
  }
  return again
}
