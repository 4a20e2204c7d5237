import type { ProcessFacts } from '../../../src/adapter.js'
import { isBefore } from '../../../src/model/version.js'

const OPENING = 0x28
const CLOSING = 0x29
const decoder = new TextDecoder('latin1')

/**
 * A process as lsof before 4.99.7 reads it from `/proc/PID/stat`: it takes the `)` that balances the first `(` for the end of
 * the command, so that of `a)` it sees `a`, and the fields behind stand a place too late. Before 4.98 an empty command is the one
 * that it read before, of which `before` has the text behind the `(`.
 */
export function asLsofReads(process: ProcessFacts, version: string | undefined, before?: Uint8Array): ProcessFacts {
  const read = withoutParentheses(process, version)
  if (read.comm?.length !== 0 || before === undefined || !isBefore(version, '4.98.0')) return read
  const end = closingOf(before)
  // Where no `)` balances the first `(`, it reads on to the end.
  return { ...read, comm: end < 0 ? before : before.subarray(0, end) }
}

function withoutParentheses(process: ProcessFacts, version: string | undefined): ProcessFacts {
  const { comm, ppid } = process
  if (comm === undefined || !isBefore(version, '4.99.7')) return process
  const end = closingOf(comm)
  if (end < 0) return process
  const words = `${decoder.decode(comm.subarray(end + 1))})`.split(' ').filter((word) => word !== '')
  // The state's place has the first of these words; then come the state itself, which is no number, ppid and pgid.
  const fields = [...words, '', String(ppid ?? 0)]
  return { ...process, comm: comm.subarray(0, end), ppid: numberOf(fields[1]), pgid: numberOf(fields[2]) }
}

function closingOf(comm: Uint8Array): number {
  let depth = 1
  for (let at = 0; at < comm.length; at++) {
    if (comm[at] === OPENING) depth += 1
    else if (comm[at] === CLOSING) depth -= 1
    if (depth === 0) return at
  }
  return -1
}

/** As `atoi` reads it. */
function numberOf(word = ''): number {
  return Number.parseInt(word, 10) || 0
}
