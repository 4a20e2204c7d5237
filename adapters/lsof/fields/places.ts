import type { DiagnosticCode } from '../../../src/report/codes.js'

const NUL = 0

/** A field of -F0 and where its value stands, behind the letter. */
export interface FieldPlace {
  /** '' for what begins with no letter. */
  readonly letter: string
  readonly from: number
  readonly to: number // exclusive
  /** What is wrong with it, whatever its letter means. */
  readonly bad?: DiagnosticCode
}

/** A field that cannot be read, and why. */
export interface BadField extends FieldPlace {
  readonly code: DiagnosticCode
}

/** The fields of a line in which each ends in NUL. */
export function fieldsAtNuls(bytes: Uint8Array, start: number, to: number): readonly FieldPlace[] {
  const fields: FieldPlace[] = []
  for (let from = start; from < to; ) {
    const nul = bytes.subarray(from, to).indexOf(NUL)
    const end = nul < 0 ? to : from + nul
    const letter = letterAt(bytes, from, end)
    const bad = nul < 0 ? 'cut-short' : letter === undefined ? 'unrecognised-line' : undefined
    fields.push({ letter: letter ?? '', from: from + 1, to: end, ...(bad === undefined ? {} : { bad }) })
    from = end + 1
  }
  return fields
}

/** Reads every field, and gives the first that cannot be read. */
export function firstBad(
  fields: readonly FieldPlace[],
  read: (field: FieldPlace) => DiagnosticCode | undefined,
): BadField | undefined {
  let first: BadField | undefined
  for (const field of fields) {
    const code = field.bad ?? read(field)
    if (code !== undefined) first ??= { ...field, code }
  }
  return first
}

/** The letter that a field begins with; undefined when it is none. */
export function letterAt(bytes: Uint8Array, at: number, to: number): string | undefined {
  if (at >= to) return undefined
  const letter = String.fromCharCode(bytes[at] as number)
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ? letter : undefined
}
