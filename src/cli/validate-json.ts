import { printableJson } from '../report/printable.js'
import { meaningOf } from '../validate/meaning.js'
import { type Counts, flagsOf, kernelOf, kindOf, tally } from '../validate/tally.js'
import type { Outcome } from '../validate/types.js'
import { decoderName, type ValidationReport } from './validate-report.js'

/** What a validation says, for programs. */
export function validationJson(report: ValidationReport): string {
  const { validation, failures } = report
  const { outcomes, cases, gaveUp, stopped } = validation
  const groups = (of: (outcome: Outcome) => readonly string[]): Record<string, Counts> =>
    Object.fromEntries(tally(outcomes, of))
  const value = {
    schema: 'memmaps.validation/1',
    decoder: decoderName(report),
    cases,
    ...(gaveUp === undefined ? {} : { gaveUp }),
    ...(stopped === undefined ? {} : { stopped }),
    passed: outcomes.filter(({ verdict }) => verdict === 'pass').length,
    failed: failures.fresh.length,
    failedAsListed: failures.known.map((outcome) => outcome.case.id),
    listedAndPassing: failures.mended,
    listedAndUnknown: failures.unknown,
    byKind: groups(kindOf),
    byFlag: groups(flagsOf),
    byKernel: groups(kernelOf),
    outcomes: outcomes.map(outcomeValue),
  }
  return `${printableJson(JSON.stringify(value, null, 1))}\n`
}

function outcomeValue(outcome: Outcome): unknown {
  const { case: one, verdict, fault, crash, stderr, time } = outcome
  return {
    case: one.id,
    verdict,
    ...(fault === undefined ? {} : { fault: { ...fault, meaning: meaningOf(outcome) } }),
    ...(crash === undefined ? {} : { crash }),
    ...(stderr === undefined ? {} : { stderr }),
    milliseconds: Math.round(time),
  }
}
