import type { View } from '../adapter.js'

/** A short name for each view: its file's where it has one, else its adapter's, with the dialect where that is needed. */
export function viewNames(views: readonly View[]): readonly string[] {
  return views.map((view) => {
    const { argv, name } = view.source
    if (argv === undefined && name !== undefined && !name.startsWith('proc/')) return name
    const alone = views.filter(({ adapter }) => adapter === view.adapter).length === 1
    return alone ? view.adapter : `${view.adapter}:${view.dialect}`
  })
}
