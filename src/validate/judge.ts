import { NoAnswer, readAnswer } from './answer.js'
import { regionsFault } from './regions.js'
import { ReportedLines } from './reported-lines.js'
import type { Answer, Case, Fault, Grain, Outcome, Reply } from './types.js'

/** How a decoder did on a case, by what became of it there and what it printed. */
export function judge(one: Case, reply: Reply, time: number, grain: Grain = 'mapping'): Outcome {
  const stderr = reply.stderr === '' ? {} : { stderr: reply.stderr }
  if (reply.ended === 'crashed') {
    const fault: Fault = { code: 'crashed', message: reply.message }
    return { case: one, verdict: 'crashed', crash: reply.how, fault, time, ...stderr }
  }
  if (reply.ended === 'refused') {
    if (one.kind !== 'valid') return { case: one, verdict: 'pass', time }
    return { case: one, verdict: 'refused', fault: { code: 'refused', message: 'it is refused' }, time, ...stderr }
  }
  try {
    const fault = answerFault(one, readAnswer(reply.stdout), grain)
    return fault === undefined
      ? { case: one, verdict: 'pass', time }
      : { case: one, verdict: 'wrong', fault, time, ...stderr }
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error
    const fault: Fault = { code: 'crashed', message: error.message }
    return { case: one, verdict: 'crashed', crash: 'no-json', fault, time, ...stderr }
  }
}

/** What is wrong with an answer to a case, if anything. */
export function answerFault(one: Case, answer: Answer, grain: Grain = 'mapping'): Fault | undefined {
  if (one.kind === 'either') return undefined
  if (one.kind === 'invalid') {
    const reported = new ReportedLines(one, answer)
    return reportFault(one, answer) ?? regionsFault(one, answer, 'some', (got, fault) => reported.excuse(got, fault))
  }
  const alarm = answer.diagnostics.find(isAlarm)
  if (alarm !== undefined) return { code: 'false-alarm', message: `it reports an error${inLine(alarm.line)}` }
  return regionsFault(one, answer, grain === 'file' ? 'files' : 'all')
}

function isAlarm({ severity = 'error' }: Answer['diagnostics'][number]): boolean {
  return severity === 'error'
}

function inLine(line: number | undefined): string {
  return line === undefined ? '' : ` in line ${line}`
}

/** An invalid text must be reported, and a line that is named must be one that something is wrong with. */
function reportFault({ wrongLines }: Case, { diagnostics }: Answer): Fault | undefined {
  if (diagnostics.length === 0) return { code: 'silent', message: 'it takes the text without a word' }
  const lines = diagnostics.flatMap(({ line }) => line ?? [])
  if (lines.length === 0 || wrongLines.length === 0 || lines.some((line) => wrongLines.includes(line))) return undefined
  const [expected, got] = [wrongLines.join(', '), lines.join(', ')]
  return { code: 'wrong-line', message: 'it reports other lines', field: 'line', expected, got }
}
