import type { Projection, Reason, View } from '../../src/adapter.js'
import { TableBuilder } from '../../src/model/builder.js'
import { copyDevice, copyU64 } from '../../src/model/copy.js'
import { INODE } from '../../src/model/fields.js'
import type { FileFacts } from '../../src/model/region.js'
import { toC } from './escape.js'
import { selectionOf } from './selection.js'

/** What one run of lsof shows of what another one of the same process showed: the rows it was asked for, in its form. */
export function projectFiles(view: View, as: View): Projection {
  const { table } = view
  const builder = new TableBuilder()
  const from: number[] = []
  const reasons: Reason[] = []
  const optional = new Set<number>()
  const selected = selectionOf(as)
  for (let row = 0; row < table.length; row++) {
    const file: FileFacts = table.file(row) ?? {}
    const selects = selected(file.descriptor ?? 'mem')
    if (selects === false) {
      reasons.push({ code: reasonOf(file), row })
      continue
    }
    builder.openRow(table.line(row))
    if (selects === undefined) optional.add(from.length)
    from.push(row)
    const special = as.dialect === 'table' && (file.type === 'CHR' || file.type === 'BLK')
    if (special) reasons.push({ code: 'special-file-device', row })
    else copyDevice(builder, table, row)
    copyU64(builder, table, row, INODE)
    builder.file(file)
    const name = table.pathnameBytes(row)
    if (name === undefined) continue
    const spelt = toC(name)
    builder.pathname(spelt, 0, spelt.length)
  }
  return {
    table: builder.build(),
    from: Uint32Array.from(from),
    reasons,
    comparable: toC,
    allowMissing: (row) => (optional.has(row) ? reasonOf(table.file(from[row] as number) ?? {}) : undefined),
    allowExtra: (actual, row) => {
      const file = actual.table.file(row) ?? {}
      return selectionOf(view)(file.descriptor ?? 'mem') === true ? undefined : reasonOf(file)
    },
  }
}

function reasonOf({ descriptor }: FileFacts): string {
  if (descriptor === 'txt') return 'executable-is-txt'
  return descriptor === 'DEL' ? 'deleted-is-del' : 'not-selected'
}
