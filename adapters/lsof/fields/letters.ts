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

/** True for a letter that is about a process. */
export function isProcessLetter(letter: string): boolean {
  return PROCESS.includes(letter)
}

/** Place of a letter in lsof's order of a file set; −1 for a letter we do not know. */
export function rankOf(letter: string): number {
  return FILE.indexOf(letter)
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
