import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'

/** The disks of a guest, by the serial numbers that it knows them by. */
export const DISKS = ['out', 'ext4', 'btrfs', 'swap'] as const

/** A disk's size in MiB; the files are sparse. */
const SIZE = 256

/** Always the same, so that a capture can name them. */
const UUID = '11111111-2222-3333-4444-55555555555'

/** Makes a guest's disks anew. */
export async function makeDisks(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const name of DISKS) {
    writeFileSync(join(folder, name), '')
    truncateSync(join(folder, name), SIZE << 20)
  }
  await execa('mke2fs', ['-q', '-t', 'ext4', '-U', `${UUID}5`, join(folder, 'ext4')])
  await execa('mkfs.btrfs', ['-q', '-U', `${UUID}6`, join(folder, 'btrfs')])
  await execa('mkswap', ['-U', `${UUID}7`, join(folder, 'swap')])
}
