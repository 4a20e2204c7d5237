import type { Projection, Reason, View } from '../../../src/adapter.js'
import { TableBuilder } from '../../../src/model/builder.js'
import { copyDevice, copyU64 } from '../../../src/model/copy.js'
import { INODE } from '../../../src/model/fields.js'
import { latin1 } from '../../../src/model/pathname.js'
import type { FileFacts } from '../../../src/model/region.js'
import { commonForm } from '../names/form.js'
import { lacksExecutable } from './executable-asked.js'
import { NO_ROW } from './executable-row.js'
import { isFolded } from './folded.js'
import { hasName, NotesPutBack } from './note-or-name.js'
import { selectionOf } from './selection.js'

/** What one run of lsof shows of what another one of the same process showed: the rows it was asked for, in its form. */
export function projectFiles(view: View, as: View): Projection {
  const { table } = view
  const builder = new TableBuilder()
  const from: number[] = []
  const reasons: Reason[] = []
  const optional = new Set<number>()
  const selected = selectionOf(as)
  const names = commonForm(view, as)
  if (lacksExecutable(view) || lacksExecutable(as)) {
    builder.openRow(0)
    builder.file({ descriptor: 'txt' })
    from.push(NO_ROW)
  }
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
    const spelt = names.left(name)
    builder.pathname(spelt, 0, spelt.length)
  }
  const projected = builder.build()
  const shown = new NotesPutBack(as, names.right)
  const seen = new NotesPutBack(view, names.left)
  const sought = selectionOf(view)
  const nameReason = (row: number, actualRow: number): string | undefined => {
    const expected = projected.pathnameBytes(row)
    const actual = as.table.pathnameBytes(actualRow)
    if (expected === undefined || actual === undefined) return undefined
    const listed = names.right(actual)
    if (isFolded(as, listed, expected) || isFolded(view, listed, expected)) return 'blanks-folded'
    const put = shown.of(actualRow) === latin1(expected) || seen.of(from[row] as number) === latin1(listed)
    return put ? 'note-or-name' : undefined
  }
  return {
    table: projected,
    from: Uint32Array.from(from),
    reasons,
    comparable: names.right,
    allow: (row, field, actual, actualRow) => {
      if (field === 'pathname') return nameReason(row, actualRow)
      const types = [projected.file(row)?.type, actual.table.file(actualRow)?.type]
      return field.startsWith('file.') && types.some((type) => type?.startsWith('UNKN')) ? 'not-looked-at' : undefined
    },
    allowMissing: (row) => {
      if (optional.has(row)) return reasonOf(table.file(from[row] as number) ?? {})
      return shown.has(projected.pathnameBytes(row)) ? 'note-or-name' : undefined
    },
    allowExtra: (actual, row) => {
      const file = actual.table.file(row) ?? {}
      if (sought(file.descriptor ?? 'mem') !== true) return reasonOf(file)
      if (file.descriptor === undefined) return 'descriptor-not-told'
      const name = actual.table.pathnameBytes(row)
      const known = hasName(projected, shown.of(row)) || (name !== undefined && seen.has(names.right(name)))
      return known ? 'note-or-name' : undefined
    },
  }
}

function reasonOf({ descriptor }: FileFacts): string {
  if (descriptor === 'txt') return 'executable-is-txt'
  return descriptor === 'DEL' ? 'deleted-is-del' : 'not-selected'
}
