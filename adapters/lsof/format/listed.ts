import type { View } from '../../../src/adapter.js'
import type { FieldName } from '../../../src/model/fields.js'
import { projectToLsof } from '../projection/projection.js'

const SAYS: ReadonlySet<FieldName> = new Set(['device', 'inode', 'pathname', 'file'])

/** A view of another adapter as lsof would list it, as far as that can be told from the view alone. */
export function listed(view: View, dialect: string): View {
  if (view.adapter === 'lsof') return view
  const as: View = { ...view, adapter: 'lsof', dialect, says: SAYS, source: { tool: 'lsof' } }
  return { ...as, table: projectToLsof(view, as, {}).table }
}
