import type { View } from '../../../src/adapter.js'
import { TableBuilder } from '../../../src/model/builder.js'

const encoder = new TextEncoder()

/** The rows of a process as `-K` shows them for one of its threads: a link that could not be read is the thread's own. */
export function ofThread(view: View, tid: number): View {
  const { table, process } = view
  const file = table.length === 1 ? table.file(0) : undefined
  if (file?.descriptor !== 'txt' || file.type !== 'unknown') return view
  const builder = new TableBuilder()
  const name = encoder.encode(`/proc/${process?.pid}/task/${tid}/exe`)
  builder.openRow(0)
  builder.file(file)
  builder.pathname(name, 0, name.length)
  return { ...view, table: builder.build() }
}
