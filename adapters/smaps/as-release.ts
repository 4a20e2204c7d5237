import type { View } from '../../src/adapter.js'
import { releaseBefore } from '../../src/kernel/dating.js'
import { smapsReleases } from '../../src/kernel/releases.js'
import { fieldsOfKernel, VM_FLAGS_SINCE } from '../../src/kernel/smaps-fields.js'
import { flagInRelease } from '../../src/kernel/vmflags.js'
import { TableBuilder } from '../../src/model/builder.js'
import { HAS_VM_FLAGS } from '../../src/model/fields.js'
import type { RegionTable } from '../../src/model/table.js'
import { compareVersions } from '../../src/model/version.js'
import { MemmapsError } from '../../src/report/errors.js'
import { LineAsRelease } from '../maps/as-release.js'
import { headerDialect, isRollup } from './dialects.js'

const encoder = new TextEncoder()

/** What a release prints in every record, and what besides in some. */
interface Printed {
  readonly always: readonly string[]
  readonly all: readonly string[]
  readonly flags: boolean
}

/** The regions as smaps of a kernel release says them; throws a MemmapsError for what that prints and nobody said. */
export function smapsAsRelease(view: View, dialect: string, release: string): RegionTable {
  const { table } = view
  const rollup = isRollup(dialect)
  if (rollup && !isRollup(view.dialect)) {
    throw new MemmapsError(
      'unwritable',
      `the sums that Linux ${release} prints are not known: it adds up bytes, and each region says kB`,
      `convert from smaps_rollup, or leave @${release} out for the sums of what is said`,
    )
  }
  const printed = printedBy(release, rollup)
  requireAll(table, release, rollup)
  const isNarrow = headerDialect(dialect) === '32bit'
  const line = new LineAsRelease(table, isNarrow, release)
  const builder = new TableBuilder()
  const columns = printed.all.flatMap((name) => table.columns.counters.get(name) ?? [])
  for (let row = 0; row < table.length; row++) {
    builder.openRow(table.line(row))
    line.copy(builder, row)
    for (const column of columns) {
      const value = column.printed(row)
      if (value !== undefined) builder.counter(builder.counterColumn(column.name), value)
    }
    if (!printed.flags) continue
    const codes = table.vmFlags(row)?.flatMap((code) => flagInRelease(code, release, isNarrow ? 32 : 64) ?? [])
    if (line.opensGate(row)) codes?.unshift('rd')
    const bytes = encoder.encode(codes?.join(' '))
    builder.vmFlags(bytes, 0, bytes.length)
  }
  return builder.build()
}

function printedBy(release: string, rollup: boolean): Printed {
  const fields = fieldsOfKernel(release).filter(({ only, notInRollup }) => (rollup ? !notInRollup : only !== 'rollup'))
  const all = fields.map(({ name }) => name)
  const always = fields.filter(({ only }) => only === undefined || only === 'rollup').map(({ name }) => name)
  return { all, always, flags: !rollup && compareVersions(release, VM_FLAGS_SINCE) >= 0 }
}

function requireAll(table: RegionTable, release: string, rollup: boolean): void {
  const absent = missing(table, printedBy(release, rollup))
  if (absent.length === 0) return
  const releases = smapsReleases()
  const enough = releases.filter((each) => missing(table, printedBy(each, rollup)).length === 0)
  const [oldest] = enough
  // The next change is one too many.
  const next = releases[releases.indexOf(enough.at(-1) ?? '') + 1] ?? release
  throw new MemmapsError(
    'unwritable',
    `Linux ${release} prints what this text does not say of every region: ${absent.join(', ')}`,
    oldest === undefined
      ? 'start from the smaps of a kernel, or write maps'
      : `a counter that nobody said is not made up; name a release that prints none of them: ${oldest} to ${releaseBefore(next)}`,
  )
}

/** What a release prints in every record and some region has not. */
function missing(table: RegionTable, { always, flags }: Printed): readonly string[] {
  const rows = Array.from({ length: table.length }, (_, row) => row)
  const { counters } = table.columns
  const absent = always.filter((name) => {
    const column = counters.get(name)
    return rows.some((row) => column?.has(row) !== true)
  })
  const unflagged = flags && rows.some((row) => !table.has(row, HAS_VM_FLAGS))
  return unflagged ? [...absent, 'VmFlags'] : absent
}
