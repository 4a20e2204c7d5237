import type { Adapter, Facts, Plan, View } from '../adapter.js'
import { isNameless } from '../capture/stat-before.js'
import { latin1 } from '../model/pathname.js'

/** How many paths are named of those that nobody asked stat about. */
const NAMED = 3

/**
 * What a capture does not tell, and a tool's bytes may depend on: sentences without a verb, for people. A login is none of it:
 * not every user has one.
 */
export function missingFacts(tool: Adapter, plan: Plan, view: View | undefined, facts: Facts): readonly string[] {
  const { process = {}, stats, locks, tasks, statBefore } = facts
  const missing: string[] = []
  if (process.comm === undefined) missing.push('the very bytes of comm')
  if (process.cmdline === undefined) missing.push('cmdline')
  if (process.uid === undefined) missing.push('uid')
  if (process.startStack === undefined) missing.push('start_stack')
  if (plan.wants.includes('locks') && locks === undefined) missing.push('the locks that it held')
  if (plan.wants.includes('tasks') && tasks === undefined) missing.push('its threads')
  if (plan.wants.includes('statBefore') && isNameless(process.comm) && statBefore === undefined)
    missing.push('the stat of the process before')
  if (!plan.wants.includes('stats') || view === undefined) return missing
  const unasked = new Set<string>()
  for (const path of tool.looksUp?.(view, process) ?? []) {
    const name = latin1(path)
    if (stats?.has(name) !== true) unasked.add(name)
  }
  if (unasked.size > 0) missing.push(`what stat says of ${listed([...unasked])}`)
  return missing
}

function listed(names: readonly string[]): string {
  const more = names.length - NAMED
  return more > 0 ? `${names.slice(0, NAMED).join(', ')} and ${more} more` : names.join(', ')
}
