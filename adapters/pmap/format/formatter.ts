import type { FormatOptions, Origin, View } from '../../../src/adapter.js'
import { isBefore } from '../../../src/model/version.js'
import { ByteWriter } from '../../../src/scan/writer.js'
import { isQuiet } from './asked.js'
import { writeFirstLine } from './first-line.js'
import { complaintAbout } from './gives-up.js'
import { keptRows } from './kept.js'
import type { Layout } from './layout.js'
import { LAYOUTS } from './layouts.js'
import { leftoverOf, mayBeSplit } from './leftover.js'
import { writeOldestWide } from './oldest-wide.js'
import { writePrinted } from './printed.js'
import { RowWriter } from './rows.js'
import { type ShownView, shownAs } from './shown-as.js'
import { sumsOf } from './sums.js'
import { sizedLayout } from './thirty-two-bits.js'
import { requireWhole } from './whole.js'
import { WideBlocks } from './wide.js'

/** The dialects of procps whose versions split long lines. */
const SPLITTING: ReadonlySet<string> = new Set(['default', 'x', 'd'])

/** Blanks between `PID:` and the command, in procps. */
const PROCPS_BLANKS = 3

/** Rows between two looks at what is ready to be handed out. */
const ROWS_AT_ONCE = 1024

/** The text of a pmap about these views: one block each, in the words and columns of its dialect. */
export function* formatPmap(views: readonly View[], options: FormatOptions): Iterable<Uint8Array> {
  const writer = new ByteWriter()
  const wide = new WideBlocks()
  const shown = views.map((view, index) => shownAs(view, options.dialect, options.origins?.[index]))
  // Nothing is written of any view where one cannot be.
  for (const one of shown)
    if (one.printed === undefined && !endsIn(one)) requireWhole(one.view, LAYOUTS[one.view.dialect])
  for (const one of shown) {
    const { view, origin, printed } = one
    const layout = sizedLayout(LAYOUTS[view.dialect], view, origin)
    if (printed !== undefined) yield* writePrinted(writer, view, printed, layout)
    else if (layout !== undefined) yield* writeBlock(writer, view, layout, origin)
    else if (saysAnything(view, origin, PROCPS_BLANKS)) {
      writeFirstLine(writer, view, PROCPS_BLANKS, origin)
      yield* writer.finish()
      if (endsIn(one)) return
      if (view.dialect === 'X-3.3.4') yield* writeOldestWide(writer, view)
      else yield* wide.block(view, origin)
    }
  }
  yield* writer.finish()
}

/** True for the first process of -X, -XX and -c of whose smaps pmap finds a line wrong: it says no more than who it is. */
function endsIn({ view, origin }: ShownView): boolean {
  const { dialect, source } = view
  // Nobody would tell what is missing where no run is imitated.
  if ((dialect !== 'X' && dialect !== 'XX') || source.argv === undefined || origin?.seen.view === undefined)
    return false
  return complaintAbout(origin.seen.view, view) !== undefined
}

/** False for a process that is not there, and before 3.3.11 of procps, which `blanks` tell, for one that may not be read. */
function saysAnything({ dialect, source }: View, origin: Origin | undefined, blanks: number): boolean {
  const state = origin?.seen.state ?? 'there'
  if (state === 'missing') return dialect.startsWith('busybox-1.30')
  return state === 'there' || blanks !== PROCPS_BLANKS || !isBefore(source.version, '3.3.11')
}

function* writeBlock(writer: ByteWriter, view: View, layout: Layout, origin: Origin | undefined): Iterable<Uint8Array> {
  const { dialect, table, source } = view
  const state = origin?.seen.state ?? 'there'
  const isBusybox = dialect.startsWith('busybox')
  if (!saysAnything(view, origin, layout.blanks)) return
  writeFirstLine(writer, view, layout.blanks, origin)
  const isNarrated = !isQuiet(view)
  const hasHeading = isNarrated && (state === 'there' || isBusybox)
  if (hasHeading && layout.heading !== undefined) writer.ascii(layout.heading)
  if (state !== 'there') return
  const kept = keptRows(view, origin)
  const rows = new RowWriter(writer, table, layout)
  let beside = 0n
  const isDoubled = origin !== undefined && dialect === 'x' && isBefore(source.version, '3.3.13')
  const swapPss = isDoubled ? origin.seen.view?.table.columns.counters.get('SwapPss') : undefined
  const splits = origin !== undefined && SPLITTING.has(dialect) && mayBeSplit(origin)
  for (let row = 0; row < kept.length; row++) {
    if (kept.isShown(row)) {
      const rest = splits ? leftoverOf(view, row, origin) : undefined
      if (rest === undefined || dialect !== 'x') rows.row(row)
      if (rest !== undefined) {
        writeRows(new RowWriter(writer, rest.rows, layout))
        beside += rest.bytes
      }
      if (swapPss?.has(row)) rows.again(row)
    } else if (kept.isBelow(row)) {
      rows.below(row, false)
      if (swapPss?.has(row)) rows.below(row, true)
    }
    if (row % ROWS_AT_ONCE === 0) yield* writer.take()
  }
  if (isNarrated) writer.ascii(layout.footer(sumsOf(view, kept, origin, beside)))
}

function writeRows(rows: RowWriter): void {
  for (let row = 0; row < rows.table.length; row++) rows.row(row)
}
