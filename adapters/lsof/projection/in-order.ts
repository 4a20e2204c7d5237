import type { View } from '../../../src/adapter.js'
import type { ListedNames } from './listed-names.js'

/**
 * True where the files of a listing may be those of the view's rows in their order: each stands where its first mapping does, so
 * that each has a row of its own above that of the file before it.
 */
export function isInOrder(view: View, as: View, names: ListedNames): boolean {
  if (view.adapter !== 'pmap') return true
  let last = -1
  for (let row = 0; row < as.table.length; row++) {
    const { descriptor } = as.table.file(row) ?? {}
    if (descriptor !== 'mem' && descriptor !== 'DEL') continue
    const candidates = names.mayBeOf(row)
    if (candidates === undefined || candidates.length === 0) continue
    const next = candidates.find((each) => each > last)
    if (next === undefined) return false
    last = next
  }
  return beginInOrder(as, names)
}

/** True where the names that are listed come up in the order in which they do in the view: what is mapped first is listed first. */
function beginInOrder({ table }: View, names: ListedNames): boolean {
  let last = -1
  const seen = new Set<number>()
  for (let row = 0; row < table.length; row++) {
    const { descriptor } = table.file(row) ?? {}
    const first = descriptor === 'mem' || descriptor === 'DEL' ? names.firstOf(row) : undefined
    if (first === undefined || seen.has(first)) continue
    if (first < last) return false
    seen.add(first)
    last = first
  }
  return true
}
