import type { ProcessFacts } from '../../../src/adapter.js'
import { deviceFromNumber } from '../../../src/model/device.js'
import type { DiagnosticCode } from '../../../src/report/codes.js'
import { readCount, readDecimal, readHex, readUid } from '../reading/numbers.js'
import { type FileRecord, textOf } from '../reading/record.js'

/** Facts of a process while its fields are read. */
export type FactsInProgress = { -readonly [K in keyof ProcessFacts]: ProcessFacts[K] }

/** The letters of a process set after `p`, in lsof's order. */
const PROCESS = 'KMzZgRcuL'

/** The letters of a file set, in lsof's order. */
const FILE = 'faltFCGNdDrsoikPSnT'

/** What `T` tells, in lsof's order: the state of a connection and the lengths of its queues. */
const TCP: readonly string[] = ['ST=', 'QR=', 'QS=']

const TCP_KEY_BYTES = 3

/** True for a letter that is about a process. */
export function isProcessLetter(letter: string): boolean {
  return PROCESS.includes(letter)
}

/** Place of a letter in lsof's order of a file set; −1 for a letter we do not know. */
export function rankOf(letter: string): number {
  return FILE.indexOf(letter)
}

/**
 * Whether a field stands no later in lsof's order than the one before it, so that it must be of another file. `T` alone
 * repeats within a file, each time with another key: `TST=`, `TQR=`, `TQS=`.
 */
export class FileOrder {
  #rank = 0
  /** Place in lsof's order of the key of the `T` read last. */
  #tcp = -1

  /** Goes on to a field; true when it goes back in the order. */
  goesBack(letter: string, bytes: Uint8Array, from: number, to: number): boolean {
    const rank = rankOf(letter)
    if (rank < 0) return false
    const tcp = letter === 'T' ? TCP.indexOf(textOf(bytes, from, Math.min(to, from + TCP_KEY_BYTES))) : -1
    const sameFile = rank > this.#rank || (letter === 'T' && rank === this.#rank && (tcp < 0 || tcp > this.#tcp))
    this.#rank = rank
    this.#tcp = tcp
    return !sameFile
  }
}

/** Reads a field of a process set; `kept` gets what the model has no field for. Gives the finding when it cannot be read. */
export function readProcessField(
  facts: FactsInProgress,
  kept: Map<string, Uint8Array>,
  letter: string,
  bytes: Uint8Array,
  from: number,
  to: number,
): DiagnosticCode | undefined {
  if (letter === 'c') facts.command = textOf(bytes, from, to)
  else if (letter === 'L') facts.user = textOf(bytes, from, to)
  else if (letter === 'K') kept.set('TID', bytes.slice(from, to))
  else if (letter === 'M') kept.set('TASKCMD', bytes.slice(from, to))
  else if (letter === 'z' || letter === 'Z') kept.set(letter, bytes.slice(from, to))
  else {
    const value = letter === 'u' ? readUid(bytes, from, to) : readCount(bytes, from, to)
    if (value === undefined) return 'bad-column'
    facts[letter === 'u' ? 'uid' : letter === 'g' ? 'pgid' : 'ppid'] = value
  }
  return undefined
}

/** Reads a field of a file set; what the model has no field for is kept in `extra`. Gives the finding when it cannot be read. */
export function readFileField(
  record: FileRecord,
  letter: string,
  bytes: Uint8Array,
  from: number,
  to: number,
): DiagnosticCode | undefined {
  if (letter === 'f') record.descriptor = unpadded(bytes, from, to)
  else if (letter === 'a') record.access = unpadded(bytes, from, to)
  else if (letter === 'l') record.lock = unpadded(bytes, from, to)
  else if (letter === 't') record.type = unpadded(bytes, from, to)
  else if (letter === 'n') record.name = bytes.slice(from, to)
  else if (letter === 's') {
    record.size = readDecimal(bytes, from, to)
    return record.size === undefined ? 'bad-size' : undefined
  } else if (letter === 'i') {
    record.inode = readDecimal(bytes, from, to)
    return record.inode === undefined ? 'bad-inode' : undefined
  } else if (letter === 'k') {
    record.links = readDecimal(bytes, from, to)
    return record.links === undefined ? 'bad-column' : undefined
  } else if (letter === 'D' || letter === 'r') {
    const number = readHex(bytes, from, to)
    if (number === undefined) return 'bad-device'
    record[letter === 'r' ? 'rdev' : 'device'] = deviceFromNumber(number)
  } else record.keep(letter, bytes.slice(from, to))
  return undefined
}

/** A value without the blank that stands for none and those that pad `f`; undefined for none. */
function unpadded(bytes: Uint8Array, from: number, to: number): string | undefined {
  return textOf(bytes, from, to).trim() || undefined
}
