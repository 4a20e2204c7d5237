import type { Facts, View } from '../../../src/adapter.js'
import type { Device } from '../../../src/model/device.js'

/** The program that a process runs, which lsof lists as txt. */
export interface Executable {
  /** As lsof tells files apart: device and inode. */
  readonly key: string
  /** What `/proc/PID/exe` leads to, where that is known. */
  readonly pathname?: string
  readonly device: Device
  readonly inode: bigint
}

/** The executable: as /proc says, else as the listing's own row txt says, else not known. */
export function executableOf({ table }: View, { process }: Facts): Executable | undefined {
  if (process?.exe !== undefined) return { ...process.exe, key: keyOf(process.exe.device, process.exe.inode) }
  for (let row = 0; row < table.length; row++) {
    const device = table.device(row)
    const inode = table.inode(row)
    if (table.file(row)?.descriptor !== 'txt' || device === undefined || inode === undefined) continue
    return { key: keyOf(device, inode), device, inode }
  }
  return undefined
}

/** True for a command that makes lsof up to 4.99.6 leave the whole process out. */
export function hidesProcess(command: string | undefined): boolean {
  if (command === undefined) return false
  return command.includes('\n') || command.split('(').length > command.split(')').length
}

function keyOf({ major, minor }: Device, inode: bigint): string {
  return `${major}:${minor}:${inode}`
}
