import type { Sink } from '../../../src/adapter.js'
import type { DiagnosticCode } from '../../../src/report/codes.js'

/** The line being read, so that a finding needs only its own place. */
export class CurrentLine {
  bytes: Uint8Array = new Uint8Array(0)
  from = 0
  to = 0 // exclusive

  constructor(readonly sink: Sink) {}

  /** Goes to the next line. */
  begin(bytes: Uint8Array, from: number, to: number): void {
    this.bytes = bytes
    this.from = from
    this.to = to
  }

  /** The line's bytes, for good. */
  copy(): Uint8Array {
    return this.bytes.slice(this.from, this.to)
  }

  /** Reports a finding; without a place it is about the whole line. */
  report(code: DiagnosticCode, field?: string, from: number = this.from, to: number = this.to): void {
    this.sink.report(code, this.bytes, this.from, this.to, from, to, field)
  }

  /** Reports a finding and keeps the line out. */
  reject(code: DiagnosticCode, field?: string, from: number = this.from, to: number = this.to): void {
    this.report(code, field, from, to)
    this.sink.reject()
  }
}
