// Starts what the tools look at: the specimen in C where there is a compiler, else the one in Perl.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { execa } from 'execa'

const SOURCES = fileURLToPath(new URL('../specimen/', import.meta.url))
const PERL = fileURLToPath(new URL('../specimen.pl', import.meta.url))

/**
 * Starts a specimen and waits until it is ready.
 *
 * @returns {Promise<{ pid: number, children: number[], refused: string[], isTricky: boolean, end: () => Promise<void> }>}
 */
export async function startSpecimen() {
  const folder = mkdtempSync(join(tmpdir(), 'memmaps-'))
  const program = await compile(folder)
  const files = join(folder, 'files')
  mkdirSync(files)
  const [command, ...words] = program === undefined ? ['perl', PERL, files] : [program, files]
  const child = execa(command, words, {
    stdin: 'pipe',
    stdout: 'pipe',
    stderr: 'inherit',
    buffer: false,
    reject: false,
  })
  const said = []
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'ready') break
    said.push(line.split(' '))
  }
  const end = async () => {
    child.stdin.end()
    await child
    rmSync(folder, { recursive: true, force: true })
  }
  return {
    pid: child.pid,
    children: said.filter(([, word]) => word === 'pid').map(([, , pid]) => Number(pid)),
    refused: said.filter(([, word]) => word === 'refused').map(([label]) => label),
    isTricky: program !== undefined,
    end,
  }
}

/** The path of the compiled specimen; undefined where there is no compiler. */
async function compile(folder) {
  const program = join(folder, 'specimen')
  const sources = readdirSync(SOURCES).filter((name) => name.endsWith('.c'))
  const words = ['-O1', '-std=gnu11', '-pthread', '-o', program, ...sources]
  const { failed, code, stderr } = await execa('cc', words, { cwd: SOURCES, reject: false })
  if (!failed) return program
  if (code !== 'ENOENT') throw new Error(`cc does not compile the specimen: ${stderr.split('\n')[0]}`)
  return undefined
}
