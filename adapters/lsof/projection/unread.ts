import type { Facts, Projection, View } from '../../../src/adapter.js'
import { TableBuilder } from '../../../src/model/builder.js'
import { optionsOf } from './call.js'
import { NO_ROW, putUnknown } from './executable-row.js'
import { selectionOf } from './selection.js'

/** True for a view of maps that nobody could read: it says not even where regions begin. */
export function isUnread(view: View): boolean {
  return view.adapter === 'maps' && !view.says.has('start')
}

/** What lsof (all versions) shows of a process whose mappings it may not read: that it may not follow its links. */
export function projectUnread(as: View, { process }: Facts): Projection {
  const builder = new TableBuilder()
  const shown = optionsOf(as)?.warnings !== false && selectionOf(as)('txt') === true
  if (shown && process?.pid !== undefined) putUnknown(builder, process.pid, 'EACCES')
  const table = builder.build()
  return { table, from: new Uint32Array(table.length).fill(NO_ROW), reasons: [] }
}
