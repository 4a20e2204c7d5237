import type { Projection, Reason, View } from '../../src/adapter.js'
import { TableBuilder } from '../../src/model/builder.js'
import { copyDevice, copyPerms, copyU64 } from '../../src/model/copy.js'
import { END, OFFSET, START } from '../../src/model/fields.js'
import { basename, latin1, sameBytes } from '../../src/model/pathname.js'
import { shownBy } from './asked.js'
import { firstWord, isCellName } from './cell-names.js'
import { addSums } from './counter-sums.js'
import { asciiOnly } from './name.js'
import type { Shown } from './shown.js'

const SLASH = 0x2f

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
export function projectBetween(view: View, shown: readonly [Shown, Shown]): Projection {
  const { table } = view
  const [, after] = shown
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
  const skips = shown.some(({ skipsEmpty }) => skipsEmpty)
  return {
    table: builder.build(),
    from: Uint32Array.from({ length: table.length }, (_, row) => row),
    reasons,
    comparable,
    allowMissing: (row) => (skips && isEmpty(view, row) ? 'empty-not-listed' : undefined),
    allowExtra: (actual, row) => (skips && isEmpty(actual, row) ? 'empty-not-listed' : undefined),
  }
}

function isEmpty({ table }: View, row: number): boolean {
  return (table.size(row) ?? 1024n) < 1024n
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

/** True for a name that procps makes up, before which it puts two blanks. */
export function isMadeUp(name: Uint8Array): boolean {
  return name[0] === 0x20 && name[1] === 0x20 && name[2] === 0x5b
}

/** What is left of a name once both programs have had it. */
function inCommon(name: Uint8Array, shown: readonly Shown[]): Uint8Array {
  let last = withoutBlanks(basename(withoutBlanks(name)))
  if (last.length === 0 || last[0] === 0x5b || last.includes(0x3a) || latin1(last).startsWith('SYSV')) return MADE
  if (shown.some(({ cutsAtBlank }) => cutsAtBlank)) last = firstWord(last)
  return shown.some(({ cleans }) => cleans) ? asciiOnly(last) : last
}

function withoutBlanks(name: Uint8Array): Uint8Array {
  const from = name.findIndex((byte) => byte !== 0x20)
  return name.subarray(from < 0 ? name.length : from)
}
