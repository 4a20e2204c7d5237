import type { Facts, ProcessFacts, View } from '../../../src/adapter.js'
import type { Device } from '../../../src/model/device.js'

/** The program that a process runs, which lsof lists as txt. */
export interface Executable {
  /** What `/proc/PID/exe` leads to, where that is known. */
  readonly pathname?: string
  readonly device: Device
  readonly inode: bigint
}

/** The executable: as /proc says, else as the listing's own row txt says, else not known. */
export function executableOf({ table }: View, { process }: Facts): Executable | undefined {
  if (process?.exe !== undefined) return process.exe
  for (let row = 0; row < table.length; row++) {
    const device = table.device(row)
    const inode = table.inode(row)
    if (table.file(row)?.descriptor !== 'txt' || device === undefined || inode === undefined) continue
    return { device, inode }
  }
  return undefined
}

/** True for a zombie, or what is left of one: lsof (all versions) leaves it out. */
export function isEnded(process: ProcessFacts | undefined): boolean {
  return process?.state === 'Z' || process?.state === 'X'
}

/**
 * True for a command that makes lsof up to 4.99.6 leave the whole process out: it seeks the `)` that balances the first `(`, and
 * behind that three fields before a newline.
 */
export function hidesProcess(command: string | undefined): boolean {
  if (command === undefined) return false
  let depth = 1
  for (let at = 0; at < command.length; at++) {
    if (command[at] === '(') depth += 1
    else if (command[at] === ')') depth -= 1
    if (depth > 0) continue
    const [fields = '', ...more] = command.slice(at + 1).split('\n')
    return more.length > 0 && fields.split(' ').filter((field) => field !== '').length < 3
  }
  // The kernel's own `)` stands behind the command.
  return depth > 1
}
