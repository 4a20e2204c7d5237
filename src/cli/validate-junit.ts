import XMLBuilder from 'fast-xml-builder'
import { printable } from '../report/printable.js'
import { meaningOf } from '../validate/meaning.js'
import { kindOf } from '../validate/tally.js'
import type { Outcome } from '../validate/types.js'
import { decoderName, type ValidationReport } from './validate-report.js'

/** What a validation says, as JUnit XML: a suite for each format and kind; failures that are listed are skipped tests. */
export function validationJunit(report: ValidationReport): string {
  const { outcomes } = report.validation
  const known = new Set(report.failures.known)
  const suites = new Map<string, Outcome[]>()
  for (const outcome of outcomes) {
    for (const kind of kindOf(outcome)) suites.set(kind, [...(suites.get(kind) ?? []), outcome])
  }
  const builder = new XMLBuilder({ format: true, ignoreAttributes: false, suppressEmptyNode: true })
  return builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    testsuites: {
      '@_name': printable(decoderName(report)),
      ...totals(outcomes, known),
      testsuite: [...suites].map(([name, list]) => ({
        '@_name': name,
        ...totals(list, known),
        testcase: list.map((outcome) => testcase(outcome, known.has(outcome))),
      })),
    },
  })
}

function totals(outcomes: readonly Outcome[], known: ReadonlySet<Outcome>): Record<string, string> {
  const fresh = outcomes.filter((outcome) => !known.has(outcome))
  const errors = fresh.filter(({ verdict }) => verdict === 'crashed').length
  const failures = fresh.filter(({ verdict }) => verdict !== 'pass').length - errors
  return {
    '@_tests': `${outcomes.length}`,
    '@_failures': `${failures}`,
    '@_errors': `${errors}`,
    '@_skipped': `${outcomes.length - fresh.length}`,
    '@_time': seconds(outcomes.reduce((sum, { time }) => sum + time, 0)),
  }
}

function testcase(outcome: Outcome, known: boolean): unknown {
  const { case: one, verdict, fault, time, stderr } = outcome
  const attributes = { '@_name': one.id, '@_classname': `memmaps.${one.adapter}.${one.kind}`, '@_time': seconds(time) }
  if (fault === undefined) return attributes
  const message = printable(fault.message)
  if (known) return { ...attributes, skipped: { '@_message': `listed as failing: ${message}` } }
  const details = [
    `to a user: ${meaningOf(outcome)}`,
    ...(fault.line === undefined ? [] : [`line: ${fault.line}`]),
    ...(fault.expected === undefined ? [] : [`expected: ${fault.expected}`]),
    ...(fault.got === undefined ? [] : [`got: ${fault.got}`]),
    ...(stderr === undefined ? [] : [`it said: ${stderr}`]),
  ]
  const failure = { '@_message': message, '@_type': fault.code, '#text': details.map(printable).join('\n') }
  return { ...attributes, [verdict === 'crashed' ? 'error' : 'failure']: failure }
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3)
}
