import { machine } from 'node:os'
import type { Adapter, Answer, Locale } from '../adapter.js'
import { makeSettings } from '../capture/settings.js'
import { Toolbox } from '../capture/toolbox.js'
import { imitateLive } from '../library/imitate.js'
import { imitationOf } from '../ops/imitate.js'
import { stdoutIsTerminal, tell, writeAllOut, writeError, writeOut } from './output.js'
import { TerminalLines } from './terminal-lines.js'

/** Runs `memmaps lsof` or `memmaps pmap`: prints what the tool would print, and gives its exit status. */
export async function runDropIn(
  adapters: readonly Adapter[],
  tool: string,
  words: readonly string[],
  options: { as?: string },
): Promise<number> {
  const { imitation } = imitationOf(adapters, tool)
  const version = options.as ?? new Toolbox({}, {}).version(tool) ?? (imitation.versions.at(-1) as string)
  const { HOME: home } = process.env
  const run = {
    words,
    version,
    locale: localeOf(process.env),
    arch: machine(),
    ...(home === undefined ? {} : { home }),
  }
  const { stdout, stderr, exit } = made(await imitateLive(adapters, tool, run))
  process.exitCode = exit
  if (stdoutIsTerminal()) await writeEscaped(stdout)
  else await writeAllOut(stdout)
  if (stderr.length > 0) writeError(process.stderr.isTTY ? shownOnTerminal(stderr) : stderr)
  return exit
}

/** Makes the file that an answer tells of; what the tool says once it has, or has not. */
function made(answer: Answer): Answer {
  if (answer.makes === undefined) return answer
  const { path, bytes, otherwise } = answer.makes
  return makeSettings(path, bytes) ? answer : otherwise
}

/** Writes to a terminal, which must not obey what strangers wrote into names. */
async function writeEscaped(pieces: Iterable<Uint8Array>): Promise<void> {
  const lines = new TerminalLines()
  for (const piece of pieces) await writeOut(lines.push(piece))
  await writeOut(lines.end())
  if (lines.escaped) tell('control bytes are shown escaped, because this is a terminal; a pipe gets them as they are')
}

function shownOnTerminal(bytes: Uint8Array): string {
  const lines = new TerminalLines()
  return lines.push(bytes) + lines.end()
}

/** What `setlocale` makes of the environment: LC_ALL before LC_CTYPE before LANG. */
function localeOf({ LC_ALL, LC_CTYPE, LANG }: NodeJS.ProcessEnv): Locale {
  return /utf-?8/i.test(LC_ALL || LC_CTYPE || LANG || '') ? 'UTF-8' : 'C'
}
