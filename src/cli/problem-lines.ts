import type { Problem } from '../capture/types.js'
import { printable } from '../report/printable.js'

/** Why views are missing, a line for each reason: the views of one adapter that failed for the same one share it. */
export function problemLines(problems: readonly Problem[], paint: (text: string) => string): string[] {
  const rows = new Map<string, { message: string; views: string[]; next: string }>()
  for (const { view, message, next } of problems) {
    const [adapter] = view.split(':')
    const key = `${adapter} ${message}`
    const row = rows.get(key)
    if (row === undefined) rows.set(key, { message, views: [view], next: next === undefined ? '' : `; ${next}` })
    else row.views.push(view)
  }
  return [...rows.values()].map(
    ({ message, views, next }) => `${paint(printable(`${views.join(', ')}: ${message}`))}${printable(next)}`,
  )
}
