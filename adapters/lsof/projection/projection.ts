import type { Facts, Projection, View } from '../../../src/adapter.js'
import { projectFiles } from './files.js'
import { impossibleRows } from './impossible-rows.js'
import { projectMappings } from './mappings.js'
import { projectNames } from './names.js'
import { withRefusal } from './refusal.js'
import { isUnread, projectUnread } from './unread.js'

/** What lsof (4.93 to 4.99) shows of another view: of mappings, of the names that pmap knows, or of another listing. */
export function projectToLsof(view: View, as: View, facts: Facts): Projection {
  const projection = { ...projectRows(view, as, facts), impossible: impossibleRows(as, facts) }
  return withRefusal(projection, view, as)
}

function projectRows(view: View, as: View, facts: Facts): Projection {
  if (isUnread(view)) return projectUnread(as, facts)
  if (!view.says.has('start')) {
    return {
      ...projectFiles(view, as),
      ...(view.adapter === 'lsof' && { impossibleThere: impossibleRows(view, facts) }),
    }
  }
  return view.says.has('inode') ? projectMappings(view, as, facts) : projectNames(view, as, facts)
}
