import type { Because } from '../library/byte-causes.js'
import type { BytesComparison, BytesResult, DifferingLine } from '../library/compare-bytes.js'
import { printable, printableBytes } from '../report/printable.js'
import type { Colors } from './colors.js'
import { problemLines } from './problem-lines.js'
import { columns } from './text-columns.js'

/** Bytes of a line that are shown before the first that differs, and from there on. */
const BEFORE = 56
const AFTER = 40

/** The report of `compare --bytes` for people: a line for each text, then the first differing line of each, side by side. */
export function bytesText(title: string, { results, problems }: BytesComparison, colors: Colors): string {
  const rows = results.map((result) => [printable(result.name), standing(result, colors)])
  const blocks = [
    [colors.bold(printable(title))],
    [...columns(rows, ['left', 'left']), ...problemLines(problems, colors.yellow)].map((line) => `  ${line}`),
    ...results
      .filter(({ verdict }) => verdict === 'explained' || verdict === 'unexplained')
      .map((result) => blockOf(result, colors)),
    [lastLine(results, colors)],
  ]
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function standing({ verdict, difference, because }: BytesResult, colors: Colors): string {
  if (verdict === 'equal') return colors.green('bytes equal')
  if (verdict === 'untold') return colors.yellow(printable(`not predicted: ${because.map(whyNot).join('; ')}`))
  const codes = because.map(({ code }) => code).join(', ')
  const where = difference === undefined ? 'another exit status' : `line ${difference.line} differs`
  return verdict === 'explained' ? `${where}: ${codes}` : colors.red(`${where}, and no rule explains it`)
}

function whyNot({ code, sentence }: Because): string {
  return code === 'not-captured' ? `${sentence} is not known` : sentence
}

function blockOf({ name, verdict, difference, madeBy, because, exits }: BytesResult, colors: Colors): string[] {
  const head = difference === undefined ? printable(name) : `${printable(name)}, line ${difference.line}`
  const labels = [
    ...madeBy.map(({ code, sentence }) => ['predicted by', code, printable(sentence)]),
    ...because.map(({ code, sentence }) => ['differs by', code, printable(sentence)]),
  ]
  return [
    `  ${colors.bold(head)}`,
    ...(difference === undefined ? [] : sides(difference, colors)),
    ...(exits === undefined ? [] : [`    predicted exit status ${exits[0]}, real ${exits[1]}`]),
    ...(labels.length === 0 ? [] : columns(labels, ['left', 'left', 'left']).map((line) => `    ${line}`)),
    ...(verdict === 'unexplained' ? ['    no rule explains this'] : []),
  ]
}

/** Both lines, cut to the same bytes, and carets under what differs. */
function sides({ predicted, real, column }: DifferingLine, colors: Colors): string[] {
  const whole = predicted ?? real ?? new Uint8Array(0)
  const from = boundary(whole, Math.max(0, column - BEFORE))
  const place = boundary(whole, column)
  const before = `${from > 0 ? '…' : ''}${printableBytes(whole.subarray(from, place))}`
  const [left, right] = [shownFrom(predicted, place), shownFrom(real, place)]
  const length = Math.max(1, ...differingLengths(left, right))
  const side = (text: string | undefined): string =>
    text === undefined ? colors.yellow('no more lines') : before + text
  return [
    `    predicted  ${side(left)}`,
    `    real       ${side(right)}`,
    `               ${' '.repeat(before.length)}${colors.red('^'.repeat(length))}`,
  ]
}

function shownFrom(line: Uint8Array | undefined, from: number): string | undefined {
  if (line === undefined) return undefined
  const to = boundary(line, Math.min(line.length, from + AFTER))
  return `${printableBytes(line.subarray(from, to))}${to < line.length ? '…' : ''}`
}

/** How much of each text stands before the end that both share. */
function differingLengths(left = '', right = ''): number[] {
  let shared = 0
  while (shared < Math.min(left.length, right.length) && left.at(-1 - shared) === right.at(-1 - shared)) shared += 1
  return [left.length - shared, right.length - shared]
}

/** The place, or the begin of the UTF-8 character around it. */
function boundary(line: Uint8Array, place: number): number {
  let at = place
  while (at > 0 && at < line.length && ((line[at] as number) & 0xc0) === 0x80) at -= 1
  return at
}

function lastLine(results: readonly BytesResult[], colors: Colors): string {
  const named = (...verdicts: readonly BytesResult['verdict'][]): string =>
    results.flatMap(({ name, verdict }) => (verdicts.includes(verdict) ? printable(name) : [])).join(', ')
  const wrong = named('unexplained')
  const untold = named('untold')
  const less = untold === '' ? '' : `; not predicted: ${untold}`
  if (results.length === 0) return 'there is no text of lsof or pmap to be predicted'
  if (wrong !== '') return `${colors.red('unexplained')}: ${wrong}${less}`
  const explained = named('explained')
  if (explained !== '') return `${colors.green('explained')}: ${explained}${less}`
  if (results.every(({ verdict }) => verdict === 'untold')) return `${colors.yellow('not predicted')}: ${untold}`
  return `${colors.green('equal')}: each text byte for byte${less}`
}
