import { once } from 'node:events'
import { printable } from '../report/printable.js'

/** Writes to stdout, and waits while whoever reads it is slower. */
export async function writeOut(text: string | Uint8Array): Promise<void> {
  if (text.length > 0 && !process.stdout.write(text)) await once(process.stdout, 'drain')
}

/** Writes pieces to stdout, one after the other. */
export async function writeAllOut(pieces: Iterable<string | Uint8Array>): Promise<void> {
  for (const piece of pieces) await writeOut(piece)
}

/** Says something on stderr, in a line of the program's own; a control character in a name never comes out as it is. */
export function tell(message: string): void {
  process.stderr.write(`memmaps: ${lines(message)}\n`)
}

/** Says what is wrong and the next step to take. */
export function tellError(message: string, next?: string): void {
  tell(message)
  if (next !== undefined) process.stderr.write(`  ${lines(next)}\n`)
}

/** Ends the program quietly, with the exit status it has by then, when nobody reads what it prints any more. */
export function endQuietlyOnClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit()
    tellError(`standard output cannot be written: ${error.code ?? error.message}`)
    process.exit(2)
  })
  process.stderr.on('error', () => {})
}

function lines(text: string): string {
  return text.split('\n').map(printable).join('\n')
}
