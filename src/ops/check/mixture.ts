import type { View } from '../../adapter.js'
import { SMAPS_FIELDS } from '../../kernel/smaps-fields.js'
import { VM_FLAGS } from '../../kernel/vmflags.js'
import type { RegionTable } from '../../model/table.js'
import type { Side } from './finding.js'
import type { Judge } from './judge.js'
import { addressText, bytesText } from './text.js'

const ROLLUP = '[rollup]'

const SUMS_ALONE = SMAPS_FIELDS.filter(({ only }) => only === 'rollup').map(({ name }) => name)
const MAPPINGS_ALONE = SMAPS_FIELDS.filter(({ notInRollup }) => notInRollup).map(({ name }) => name)
const WIDE_FLAGS = VM_FLAGS.filter(({ only64 }) => only64).map(({ code }) => code)

/** Asks that a text of the kernel does not mix what no kernel has together, whatever its version; each mixture is told once. */
export function judgeMixture(judge: Judge, view: View, index: number): void {
  const { table } = view
  const told = new Set<string>()
  const tell = (what: string, expected: Side, actual: Side): void => {
    if (told.has(what)) return
    told.add(what)
    judge.broken('no-kernel', expected, actual)
  }
  const side = (row: number, field: string, value: string): Side => judge.side(index, row, field, value)
  const shared = firstRow(table, (row) => table.perms(row)?.endsWith('S') ?? false)
  const isNarrow = view.dialect.endsWith('32bit')
  for (let row = 0; row < table.length; row++) {
    const name = table.pathname(row)
    for (const counter of name === ROLLUP ? MAPPINGS_ALONE : SUMS_ALONE) {
      const bytes = table.counter(row, counter)
      if (bytes === undefined) continue
      tell(counter, side(row, 'pathname', name || 'none'), side(row, counter, bytesText(BigInt(bytes))))
    }
    if (name === '[heap]' && shared !== undefined) {
      tell('heap', side(shared, 'perms', table.perms(shared) as string), side(row, 'pathname', name))
    }
    if (name !== ROLLUP && !isNarrow) continue
    const flags = table.vmFlags(row)
    if (name === ROLLUP && flags !== undefined) {
      tell('flags', side(row, 'pathname', name), side(row, 'vmFlags', flags.join(' ')))
    }
    if (!isNarrow) continue
    const dialect = side(row, 'dialect', view.dialect)
    const end = table.end(row)
    if (end !== undefined && end > 1n << 32n) tell('wide', dialect, side(row, 'end', addressText(end)))
    const wide = flags?.find((flag) => WIDE_FLAGS.includes(flag))
    if (wide !== undefined) tell('flag', dialect, side(row, 'vmFlags', wide))
  }
}

function firstRow(table: RegionTable, is: (row: number) => boolean): number | undefined {
  for (let row = 0; row < table.length; row++) if (is(row)) return row
  return undefined
}
