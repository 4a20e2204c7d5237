import { accessSync, constants, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { execa } from 'execa'

/** Builds the program that churns, in a folder of its own. */
export async function buildChurn(source: string): Promise<{ readonly folder: string; readonly program: string }> {
  if (!isOnPath('gcc')) throw new Error('gcc is missing: apt-get install -y gcc libc6-dev')
  const folder = mkdtempSync(join(tmpdir(), 'memmaps-churn-'))
  const program = join(folder, 'churn')
  await execa('gcc', ['-O1', '-Wall', '-o', program, source])
  return { folder, program }
}

function isOnPath(name: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((directory) => {
    try {
      accessSync(join(directory, name), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
