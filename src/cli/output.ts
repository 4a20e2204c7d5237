import { once } from 'node:events'
import { mayBeTerminal, writeNow } from '../capture/descriptor.js'
import { printable } from '../report/printable.js'

const STDOUT = 1

/** True once the stream of stdout does it: on a terminal, and where a write had to wait. */
let streams = false

/** Writes to stdout, and waits while whoever reads it is slower. */
export async function writeOut(text: string | Uint8Array): Promise<void> {
  if (text.length === 0) return
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  const written = streams || stdoutIsTerminal() ? 0 : writeQuickly(bytes)
  if (written === bytes.length) return
  if (!streams) process.stdout.on('error', endOnFailure)
  streams = true
  if (!process.stdout.write(bytes.subarray(written))) await once(process.stdout, 'drain')
}

/** Writes pieces to stdout, one after the other. */
export async function writeAllOut(pieces: Iterable<string | Uint8Array>): Promise<void> {
  for (const piece of pieces) await writeOut(piece)
}

/** True when stdout is a terminal; its stream is made only where it may be one. */
export function stdoutIsTerminal(): boolean {
  return mayBeTerminal(STDOUT) && process.stdout.isTTY === true
}

/** Says something on stderr, in a line of the program's own; a control character in a name never comes out as it is. */
export function tell(message: string): void {
  writeError(`memmaps: ${lines(message)}\n`)
}

/** Says what is wrong and the next step to take. */
export function tellError(message: string, next?: string): void {
  tell(message)
  if (next !== undefined) writeError(`  ${lines(next)}\n`)
}

/** Writes to stderr. */
export function writeError(text: string | Uint8Array): void {
  errorStream().write(text)
}

/** The stream of stderr; where nobody reads it, that is no failure. */
export function errorStream(): NodeJS.WriteStream {
  if (process.stderr.listenerCount('error') === 0) process.stderr.on('error', () => {})
  return process.stderr
}

function writeQuickly(bytes: Uint8Array): number {
  try {
    return writeNow(STDOUT, bytes)
  } catch (error) {
    return endOnFailure(error as NodeJS.ErrnoException)
  }
}

/** Ends the program; quietly, with the exit status it has by then, when nobody reads what it prints any more. */
function endOnFailure(error: NodeJS.ErrnoException): never {
  if (error.code === 'EPIPE') process.exit()
  tellError(`standard output cannot be written: ${error.code ?? error.message}`)
  process.exit(2)
}

function lines(text: string): string {
  return text.split('\n').map(printable).join('\n')
}
