import type { Adapter, View } from '../adapter.js'
import type { CapturedText, Snapshot } from '../capture/types.js'
import type { RegionTable } from '../model/table.js'
import { differences } from '../ops/difference.js'
import type { Recreated } from './imitate-snapshot.js'

/** A cause by its stable name, and in a sentence for people. */
export interface Because {
  readonly code: string
  readonly sentence: string
}

/** What a tool printed, and what it was predicted to print instead. */
export interface Differing {
  readonly snapshot: Snapshot
  readonly text: CapturedText
  readonly recreated: Recreated
  /** The predicted text as it is read. */
  readonly predicted: View
  readonly real: View
}

const MOVED: Because = {
  code: 'moved',
  sentence: 'the process changed while it was read; --freeze stops it for that time',
}
const DRIFTED: Because = {
  code: 'drifted',
  sentence: 'counters moved between our reading and the tool’s own; a running pmap shares the pages of its libraries',
}
const REDACTED: Because = { code: 'redacted', sentence: 'a name that was cut has a token of its own' }

const NUMBER = /^column \d+$/

/** What explains that two texts differ; nothing where nothing does. The rules of the tool are no excuse: the prediction follows them. */
export function causes(differing: Differing): readonly Because[] {
  const { snapshot, recreated } = differing
  if (snapshot.moved) return [MOVED]
  if (hasDrifted(differing)) return [DRIFTED]
  const { missing } = recreated
  if (missing.length > 0) return [{ code: 'not-captured', sentence: missing.join('; ') }]
  return snapshot.redacted ? [REDACTED] : []
}

/** True where rows differ in nothing but counters that may have moved, and the texts in nothing but numbers and their widths. */
function hasDrifted({ snapshot, text, recreated, predicted, real }: Differing): boolean {
  const { stdout } = recreated
  if (stdout === undefined || predicted.table.length !== real.table.length) return false
  let drifted = false
  for (let row = 0; row < real.table.length; row++) {
    const found = differences(predicted.table, row, real.table, row, snapshot.frozen, (name) => name)
    if (found.some(({ changes }) => !changes)) return false
    drifted ||= found.length > 0 || hasOtherNumbers(predicted.table, real.table, row)
  }
  return drifted && wordsOf(stdout) === wordsOf(text.bytes)
}

/** True for a row without titles, as -q prints it, whose columns hold other numbers. */
function hasOtherNumbers(predicted: RegionTable, real: RegionTable, row: number): boolean {
  const shown = real.extra(row) ?? {}
  return Object.keys(shown).some((name) => NUMBER.test(name) && shown[name] !== predicted.extra(row)?.[name])
}

/** A text with `#` for every number, and one blank or `=` for any number of them. */
function wordsOf(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/ +/g, ' ')
    .replace(/=+/g, '=')
    .replace(/\d+/g, '#')
    .replace(/^ /gm, '')
}

/** Rules of a tool by their names, each with its sentence. */
export function rulesIn(adapters: readonly Adapter[], tool: string, codes: ReadonlySet<string>): readonly Because[] {
  const reasons = adapters.find(({ name }) => name === tool)?.reasons
  return [...codes].map((code) => ({ code, sentence: reasons?.[code] ?? '' }))
}
