import type { Projection, Reason, View } from '../../../src/adapter.js'
import { TableBuilder } from '../../../src/model/builder.js'
import { copyDevice, copyPerms, copyU64 } from '../../../src/model/copy.js'
import { END, OFFSET, START } from '../../../src/model/fields.js'
import { basename, latin1, sameBytes } from '../../../src/model/pathname.js'
import { shownBy } from './asked.js'
import { firstWord, isCellName } from './cell-names.js'
import { addSums } from './counter-sums.js'
import { LongLines } from './long-lines.js'
import { Missing } from './missing.js'
import { asciiOnly, isMadeUp, LINE_BYTES, WIDE_NAME_BYTES, wideName } from './name.js'
import type { Shown } from './shown.js'

const SLASH = 0x2f
const QUESTION = 0x3f

/** What stands for every name that the kernel or a pmap makes: no two programs spell those alike. */
const MADE = new TextEncoder().encode('[]')

/** How each of two different programs shows mappings; undefined unless both are pmaps, and one is not procps'. */
export function twoPrograms(view: View, as: View): readonly [Shown, Shown] | undefined {
  const before = shownBy(view)
  const after = shownBy(as)
  if (before === undefined || after === undefined || before.name === after.name) return undefined
  return isCellName(before.name) || isCellName(after.name) ? [before, after] : undefined
}

/** What one pmap shows of what another one showed: of the names, as much as both leave of them. */
export function projectBetween(view: View, as: View, shown: readonly [Shown, Shown]): Projection {
  const { table } = view
  const [before, after] = shown
  const missing = new Missing(view, as, after)
  const beyond = new Missing(as, view, before)
  const builder = new TableBuilder()
  const reasons: Reason[] = []
  const comparable = (name: Uint8Array): Uint8Array => inCommon(name, shown)
  for (let row = 0; row < table.length; row++) {
    builder.openRow(table.line(row))
    copyU64(builder, table, row, START)
    copyU64(builder, table, row, END)
    copyPerms(builder, table, row)
    if (after.columns !== 'none') {
      copyU64(builder, table, row, OFFSET)
      copyDevice(builder, table, row)
    }
    addSums(builder, table, row, after.sums)
    const name = table.pathnameBytes(row) ?? MADE
    const kept = comparable(name)
    builder.pathname(kept, 0, kept.length)
    if (!sameBytes(kept, name)) reasons.push({ code: 'two-namings', row })
  }
  const least = Math.min(...shown.map(({ lineBytes }) => lineBytes ?? LINE_BYTES))
  const long = new LongLines(view, least)
  const longBeyond = new LongLines(as, least)
  return {
    table: builder.build(),
    from: Uint32Array.from({ length: table.length }, (_, row) => row),
    reasons,
    comparable,
    allow: (row, _, __, actualRow) =>
      long.mayBeLong(row) || longBeyond.mayBeLong(actualRow) ? 'long-line-split' : undefined,
    allowMissing: (row) =>
      long.isLong(row) || longBeyond.mayHide(table.start(row)) ? 'long-line-split' : missing.why(row),
    allowExtra: (actual, row) =>
      longBeyond.isLong(row) || long.mayHide(actual.table.start(row)) ? 'long-line-split' : beyond.why(row),
  }
}

/**
 * True when two pmaps of one program, one that makes names up and one that copies them, may have made both names of one: what
 * -X says is [heap], and the default mode [ anon ].
 */
export function mayBeOne(name: Uint8Array, other: Uint8Array, before: Shown, after: Shown): boolean {
  const alike = before.name === after.name
  // Of two that make the same names up, only -k has another one for what the other calls [ anon ].
  if (alike && isMadeUp(name) === isMadeUp(other)) {
    const isWhole = name.includes(SLASH) && other.includes(SLASH)
    const [left, right] = isWhole ? [name, other] : [basename(name), basename(other)]
    return sameBytes(asciiOnly(left), asciiOnly(right))
  }
  return sameBytes(inCommon(name, [before, after]), inCommon(other, [before, after]))
}

/** What is left of a name once both programs have had it. */
function inCommon(name: Uint8Array, shown: readonly Shown[]): Uint8Array {
  const cuts = shown.some(({ cutsAtBlank }) => cutsAtBlank)
  const cleans = shown.some(({ cleans }) => cleans)
  let kept = isIndented(name) || !cuts ? withoutBlanks(name) : name
  if (kept[0] === SLASH && shown.some((one) => one.name === wideName)) kept = kept.subarray(0, WIDE_NAME_BYTES)
  if (cuts) kept = firstWord(kept)
  const last = withoutBlanks(basename(kept))
  if (last.length === 0 || last[0] === 0x5b || last.includes(0x3a) || latin1(last).startsWith('SYSV')) return MADE
  if (!cleans) return last
  const clean = asciiOnly(last)
  // What one prints as a question mark may have been the TAB at which the other ends.
  const mark = cuts ? clean.indexOf(QUESTION) : -1
  return mark < 0 ? clean : clean.subarray(0, mark)
}

/** True for a name of the kernel's own that toybox indents, or one that a pmap makes up. */
function isIndented(name: Uint8Array): boolean {
  return name[0] === 0x20 && name[1] === 0x20 && name.at(-1) === 0x5d
}

function withoutBlanks(name: Uint8Array): Uint8Array {
  const from = name.findIndex((byte) => byte !== 0x20)
  return name.subarray(from < 0 ? name.length : from)
}
