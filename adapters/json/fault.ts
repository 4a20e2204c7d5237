import { CODES, type DiagnosticCode } from '../../src/report/codes.js'

/** A finding in JSON, known by the way to its value: `regions[3].start`. */
export interface Fault {
  readonly code: DiagnosticCode
  readonly path: string
}

/** True for a fault that keeps its region, process or origin out. */
export function isBad({ code }: Fault): boolean {
  return CODES[code].severity === 'error'
}

/** The way to a key below another. */
export function below(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}
