import type { ProcessFacts } from '../../../src/adapter.js'
import { isSince } from '../call/version.js'

const OPENING = 0x28
const CLOSING = 0x29
const decoder = new TextDecoder('latin1')

/**
 * A process as lsof before 4.99.7 reads it from `/proc/PID/stat`: it takes the `)` that balances the first `(` for the end of
 * the command, so that of `a)` it sees `a`, and the fields behind stand a place too late.
 */
export function asLsofReads(process: ProcessFacts, version: string | undefined): ProcessFacts {
  const { comm, ppid } = process
  if (comm === undefined || version === undefined || isSince(version, '4.99.7')) return process
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
