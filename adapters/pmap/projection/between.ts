import type { Projection, View } from '../../../src/adapter.js'
import { TableBuilder } from '../../../src/model/builder.js'
import { shownBy, showsKernelNames, showsWholePaths } from './asked.js'
import { isCellName } from './cell-names.js'
import { sumsOf } from './counter-sums.js'
import { LongLines } from './long-lines.js'
import { Missing } from './missing.js'
import { LINE_BYTES, narrowName } from './name.js'
import { copyNarrow } from './narrow-columns.js'
import { haveOneName, type Printer } from './one-name.js'
import type { Shown } from './shown.js'

/** How each of two different programs shows mappings; undefined unless both are pmaps, and one is not procps'. */
export function twoPrograms(view: View, as: View): readonly [Shown, Shown] | undefined {
  const before = shownBy(view)
  const after = shownBy(as)
  if (before === undefined || after === undefined || before.name === after.name) return undefined
  return isCellName(before.name) || isCellName(after.name) ? [before, after] : undefined
}

/** What one pmap shows of what another one showed: the names must be of one that the kernel has. */
export function projectBetween(view: View, as: View, shown: readonly [Shown, Shown]): Projection {
  const { table } = view
  const [before, after] = shown
  const missing = new Missing(view, as, after)
  const beyond = new Missing(as, view, before)
  const builder = new TableBuilder()
  builder.takeCounters(sumsOf(table, after.sums))
  const printers = printersOf(view, as, shown)
  for (let row = 0; row < table.length; row++) {
    copyNarrow(builder, table, row, after.columns !== 'none')
    const name = table.pathnameBytes(row)
    if (name !== undefined) builder.pathname(name, 0, name.length)
  }
  const least = Math.min(...shown.map(({ lineBytes }) => lineBytes ?? LINE_BYTES))
  const long = new LongLines(view, least)
  const longBeyond = new LongLines(as, least)
  return {
    table: builder.build(),
    from: Uint32Array.from({ length: table.length }, (_, row) => row),
    reasons: [],
    allow: (row, field, actual, actualRow) => {
      // What stands before the name is read of a line that is too long, too.
      if (field !== 'pathname' || isPastEnd(long, row, before) || isPastEnd(longBeyond, actualRow, after))
        return undefined
      if (long.mayBeLong(row) || longBeyond.mayBeLong(actualRow)) return 'long-line-split'
      const [one, other] = [table.pathnameBytes(row), actual.table.pathnameBytes(actualRow)]
      if (one === undefined || other === undefined) return undefined
      return haveOneName(one, other, printers, [table.inode(row), actual.table.inode(actualRow)])
        ? 'two-namings'
        : undefined
    },
    allowMissing: (row) =>
      long.isLong(row) || longBeyond.mayHide(table.start(row)) ? 'long-line-split' : missing.why(row),
    allowExtra: (actual, row) =>
      longBeyond.isLong(row) || long.mayHide(actual.table.start(row)) ? 'long-line-split' : beyond.why(row),
  }
}

/** Two pmaps, and what each was asked for. */
export function printersOf(
  view: View,
  as: View,
  [before, after]: readonly [Shown, Shown],
): readonly [Printer, Printer] {
  return [printerOf(view, as, before), printerOf(as, view, after)]
}

function printerOf(view: View, other: View, shown: Shown): Printer {
  const isKnown = view.source.argv !== undefined
  return {
    shown,
    wholePath: shown.wholePath ?? (isKnown ? showsWholePaths(view) : undefined),
    kernelNames: isKnown ? showsKernelNames(view, other) : undefined,
  }
}

/** How much of a line procps reads is known to the byte. */
function isPastEnd(lines: LongLines, row: number, shown: Shown): boolean {
  return shown.name === narrowName && lines.isTooLong(row, shown)
}
