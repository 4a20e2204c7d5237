import type { View } from '../../adapter.js'
import type { Dating } from '../../kernel/dating.js'
import { CODES } from '../../report/codes.js'
import { EXCEPTIONS, type ExceptionCode } from './exceptions.js'
import type { DriftedSum, Exception, Finding, LawCode, Side } from './finding.js'

/** Gathers what the laws find, and how often each was asked. */
export class Judge {
  readonly findings: Finding[] = []
  readonly drifted: DriftedSum[] = []
  readonly asked: Map<LawCode, number> = new Map()
  readonly #exceptions: Map<ExceptionCode, { count: number; example: Side }> = new Map()

  constructor(
    readonly views: readonly View[],
    readonly dating: Dating,
    /** True when nothing of the process moved between two readings. */
    readonly frozen: boolean,
  ) {}

  /** Notes that a law was asked. */
  ask(code: LawCode, times = 1): void {
    this.asked.set(code, (this.asked.get(code) ?? 0) + times)
  }

  /** Notes a broken law. */
  broken(code: LawCode, expected: Side, actual: Side): void {
    this.findings.push({ code, severity: CODES[code].severity, expected, actual })
  }

  /** Notes that an exception with a name allows something. */
  except(code: ExceptionCode, example: Side): void {
    const known = this.#exceptions.get(code)
    if (known === undefined) this.#exceptions.set(code, { count: 1, example })
    else known.count += 1
  }

  /** Notes two sums that differ: a broken law where both are of one moment, else they drifted. */
  differ(code: LawCode, expected: Side, actual: Side, oneMoment: boolean): void {
    if (oneMoment) this.broken(code, expected, actual)
    else this.drifted.push({ expected, actual })
  }

  /** What a region says in a field. */
  side(view: number, row: number, field: string, value: string): Side {
    return { view, row, line: (this.views[view] as View).table.line(row), field, value }
  }

  get exceptions(): readonly Exception[] {
    return [...this.#exceptions].map(([code, of]) => ({ code, sentence: EXCEPTIONS[code], ...of }))
  }
}
