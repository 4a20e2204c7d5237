import { SMAPS_FIELDS } from '../../src/kernel/smaps-fields.js'
import { TableBuilder } from '../../src/model/builder.js'
import { END, INODE, OFFSET, START } from '../../src/model/fields.js'
import { permsFromText } from '../../src/model/perms.js'
import type { RegionTable } from '../../src/model/table.js'

/** The counters that smaps_rollup leaves out or has of its own, and those that are no sum. */
const UNSUMMED: ReadonlySet<string> = new Set(
  SMAPS_FIELDS.filter(({ notInRollup, only }) => notInRollup || only !== undefined).map(({ name }) => name),
)

/** The counters that smaps_rollup sums up, in print order. */
const SUMMED: readonly string[] = SMAPS_FIELDS.map(({ name }) => name).filter((name) => !UNSUMMED.has(name))

const NAME: Uint8Array = new TextEncoder().encode('[rollup]')
const GATE = '[vsyscall]'

/** The one region of smaps_rollup for these: from the first to the last, without the gate page (as since 4.19). */
export function sumOf(table: RegionTable): RegionTable {
  const rows = Array.from({ length: table.length }, (_, row) => row)
  const own = rows.filter((row) => table.pathname(row) !== GATE)
  const [first] = own
  const last = own.at(-1)
  const builder = new TableBuilder()
  builder.openRow(0)
  builder.bigint(START, (first === undefined ? undefined : table.start(first)) ?? 0n)
  builder.bigint(END, (last === undefined ? undefined : table.end(last)) ?? 0n)
  builder.perms(permsFromText('---p'))
  builder.bigint(OFFSET, 0n)
  builder.device(0, 0)
  builder.bigint(INODE, 0n)
  builder.pathname(NAME, 0, NAME.length)
  for (const name of SUMMED) {
    const column = table.columns.counters.get(name)
    const values = rows.map((row) => column?.printed(row)).filter((value) => value !== undefined)
    // What no region says has no sum.
    if (values.length > 0)
      builder.counter(
        builder.counterColumn(name),
        values.reduce((sum, value) => sum + value, 0),
      )
  }
  return builder.build()
}
