import type { Adapter, View } from '../adapter.js'
import type { CapturedText, Problem, Snapshot } from '../capture/types.js'
import { MemmapsError } from '../report/errors.js'
import { type Because, causes, rulesIn } from './byte-causes.js'
import { imitateSnapshot, type Recreated } from './imitate-snapshot.js'
import { viewOf } from './snapshot-views.js'

/** The first line in which two texts differ; a side is absent where its text has ended before. */
export interface DifferingLine {
  /** 1-based. */
  readonly line: number
  readonly predicted?: Uint8Array
  readonly real?: Uint8Array
  /** The first byte that differs, 0-based. */
  readonly column: number
}

/** What came of holding what a tool printed against what it was predicted to print. */
export interface BytesResult {
  /** `adapter:dialect`, and the place of its text where several share that. */
  readonly name: string
  /** `unexplained`: the bytes differ, and nothing says why. `untold`: not enough is known to predict them. */
  readonly verdict: 'equal' | 'explained' | 'unexplained' | 'untold'
  readonly difference?: DifferingLine
  /** The rules by which the predicted line came to be what it is. */
  readonly madeBy: readonly Because[]
  /** What explains that the texts differ; or why nothing can be predicted. */
  readonly because: readonly Because[]
  /** The predicted and the real exit status, where they differ. */
  readonly exits?: readonly [predicted: number, real: number]
}

/** What came of all texts of a snapshot that tools printed. */
export interface BytesComparison {
  readonly snapshot: Snapshot
  readonly results: readonly BytesResult[]
  readonly problems: readonly Problem[]
}

const NEWLINE = 0x0a

/** Holds each text of a tool that is imitated against the bytes that its rules predict, live or loaded. */
export function compareBytes(adapters: readonly Adapter[], snapshot: Snapshot): BytesComparison {
  const imitated = new Set(adapters.flatMap(({ name, imitates }) => (imitates === undefined ? [] : name)))
  const texts = snapshot.texts.filter(({ adapter }) => imitated.has(adapter))
  const nameOf = ({ adapter, dialect, file }: CapturedText): string => {
    const alike = texts.filter((other) => other.adapter === adapter && other.dialect === dialect)
    return alike.length === 1 ? `${adapter}:${dialect}` : file
  }
  const results = texts.map((text) => ({ name: nameOf(text), ...held(adapters, snapshot, text) }))
  return { snapshot, results, problems: snapshot.problems }
}

function held(adapters: readonly Adapter[], snapshot: Snapshot, text: CapturedText): Omit<BytesResult, 'name'> {
  const untold = (code: string, sentence: string): Omit<BytesResult, 'name'> => ({
    verdict: 'untold',
    madeBy: [],
    because: [{ code, sentence }],
  })
  let recreated: Recreated
  try {
    recreated = imitateSnapshot(adapters, snapshot, text)
  } catch (error) {
    if (!(error instanceof MemmapsError) || error.code !== 'usage') throw error
    return untold('not-imitated', error.message)
  }
  const { stdout, exit, missing } = recreated
  if (stdout === undefined) return untold('not-captured', missing.join('; '))
  const exits =
    exit === undefined || text.exit === undefined || exit === text.exit ? {} : { exits: [exit, text.exit] as const }
  const difference = firstDifference(stdout, text.bytes)
  if (difference === undefined && exits.exits === undefined) return { verdict: 'equal', madeBy: [], because: [] }
  const [predicted, real] = [viewOf(adapters, snapshot, { ...text, bytes: stdout }), viewOf(adapters, snapshot, text)]
  const because = causes({ snapshot, text, recreated, predicted, real })
  return {
    verdict: because.length === 0 ? 'unexplained' : 'explained',
    ...(difference === undefined ? {} : { difference }),
    madeBy: difference === undefined ? [] : rulesOf(adapters, predicted, recreated, difference.line),
    because,
    ...exits,
  }
}

/** The rules that made the row of a line. */
function rulesOf(
  adapters: readonly Adapter[],
  { adapter, table }: View,
  { projection }: Recreated,
  line: number,
): readonly Because[] {
  if (projection === undefined || projection.table.length !== table.length) return []
  let row = table.length - 1
  while (row >= 0 && table.line(row) > line) row--
  const from = projection.from[row]
  const codes = new Set(projection.reasons.filter((reason) => reason.row === from).map(({ code }) => code))
  return rulesIn(adapters, adapter, codes)
}

/** The first line that differs; undefined for texts that are equal byte for byte. */
export function firstDifference(predicted: Uint8Array, real: Uint8Array): DifferingLine | undefined {
  const length = Math.min(predicted.length, real.length)
  let at = 0
  while (at < length && predicted[at] === real[at]) at += 1
  if (at === predicted.length && at === real.length) return undefined
  const from = at === 0 ? 0 : predicted.lastIndexOf(NEWLINE, at - 1) + 1
  let line = 1
  for (let place = 0; place < from; place++) if (predicted[place] === NEWLINE) line += 1
  return {
    line,
    column: at - from,
    ...(from < predicted.length ? { predicted: lineAt(predicted, from) } : {}),
    ...(from < real.length ? { real: lineAt(real, from) } : {}),
  }
}

function lineAt(bytes: Uint8Array, from: number): Uint8Array {
  const newline = bytes.indexOf(NEWLINE, from)
  return bytes.slice(from, newline < 0 ? bytes.length : newline)
}
