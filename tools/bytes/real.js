import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'

/** Longest time for all modes of a process, in milliseconds: lsof takes minutes for tens of thousands of files. */
const LIMIT = 600_000

/**
 * Runs the installed tools on a process, in all modes from one shell.
 *
 * @param {number} pid
 * @param {readonly { tool: string, words: readonly string[] }[]} modes
 * @param {{ folder: string, locale: 'C' | 'UTF-8' }} options where the outputs are kept meanwhile
 * @returns {Promise<{ stdout: Buffer, stderr: Buffer, exit: number }[]>}
 */
export async function runReal(pid, modes, { folder, locale }) {
  const { stdout } = await execa('sh', ['-c', scriptOf(modes), 'sh', String(pid), folder], {
    // A relative name such as anon_inode:[eventpoll] is looked for where a tool is run.
    cwd: '/',
    env: { LC_ALL: locale === 'C' ? 'C' : 'C.UTF-8' },
    stdin: 'ignore',
    timeout: LIMIT,
  })
  return stdout.split('\n').map((status, index) => ({
    stdout: readFileSync(join(folder, `${index}.out`)),
    stderr: readFileSync(join(folder, `${index}.err`)),
    exit: Number(status),
  }))
}

function scriptOf(modes) {
  return modes
    .map(({ tool, words }, index) => {
      const quoted = words.map((word) => `'${word}'`).join(' ')
      return `${tool} ${quoted} "$1" >"$2/${index}.out" 2>"$2/${index}.err"; echo $?`
    })
    .join('\n')
}
