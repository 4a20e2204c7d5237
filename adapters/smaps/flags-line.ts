import { NAMELESS_FLAG, VM_FLAGS } from '../../src/kernel/vmflags.js'

const BLANK = 0x20

/** One bit for each pair of bytes: set for the codes that some kernel prints. */
const KNOWN: Uint8Array = new Uint8Array(1 << 16)
for (const code of [...VM_FLAGS.map((flag) => flag.code), NAMELESS_FLAG]) {
  KNOWN[(code.charCodeAt(0) << 8) | code.charCodeAt(1)] = 1
}

/** True for `bytes[from, to)` that is a code of some kernel. */
export function isKnownFlag(bytes: Uint8Array, from: number, to: number): boolean {
  return to - from === 2 && KNOWN[((bytes[from] as number) << 8) | (bytes[from + 1] as number)] === 1
}

/** Where known codes end that stand at `from`, each with one blank after it. */
export function endOfKnownFlags(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  for (; at + 2 < to && bytes[at + 2] === BLANK; at += 3) {
    if (KNOWN[((bytes[at] as number) << 8) | (bytes[at + 1] as number)] !== 1) break
  }
  return at
}
