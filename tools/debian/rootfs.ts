import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'

/** Unpacks packages below a folder, as Debian lays files out since /usr was merged. */
export async function unpack(debs: readonly string[], root: string): Promise<void> {
  for (const name of ['bin', 'sbin', 'lib', 'lib64']) {
    mkdirSync(join(root, 'usr', name), { recursive: true })
    if (!existsSync(join(root, name))) symlinkSync(join('usr', name), join(root, name))
  }
  for (const deb of debs) {
    const tar = execa('tar', [
      '-x',
      '-C',
      root,
      '--keep-directory-symlink',
      '--exclude=./usr/share/doc',
      '--exclude=./usr/share/man',
    ])
    await execa('dpkg-deb', ['--fsys-tarfile', deb], { buffer: false, encoding: 'buffer' }).pipe(tar)
  }
}

/**
 * How to run a program of an unpacked root on this machine: by the root's own loader and libraries, so that it sees this
 * machine's files and processes. Gives the command and its first arguments; `program` is a path in the root.
 */
export function runnable(root: string, program: string): string[] {
  const libraries = join(root, 'usr', 'lib')
  const triplet = readdirSync(libraries).find((name) => /-linux-gnu/.test(name))
  if (triplet === undefined) throw new Error(`${root} has no C library`)
  const folder = join(libraries, triplet)
  const loader = readdirSync(folder).find((name) => /^ld-(?:linux.*|2\.\d+)\.so(?:\.\d+)?$/.test(name))
  if (loader === undefined) throw new Error(`${folder} has no loader`)
  return [join(folder, loader), '--library-path', folder, join(root, program)]
}
