import type { View } from '../../../src/adapter.js'
import { isRefused } from './refusal.js'

/** Whether a run of lsof was asked for rows of a descriptor; undefined where the text alone cannot tell. */
export type Selection = (descriptor: string) => boolean | undefined

/** What `-d` let through: by the words lsof was called with, else by the rows that are there. */
export function selectionOf(view: View): Selection {
  const { argv } = view.source
  if (argv !== undefined) {
    const list = descriptorList(argv)
    if (list === undefined) return () => true
    const excludes = list.startsWith('^')
    const named = new Set(list.split(',').map((name) => name.replace('^', '')))
    return (descriptor) => named.has(descriptor) !== excludes
  }
  const { table } = view
  const seen = new Set<string>()
  for (let row = 0; row < table.length; row++) seen.add(table.file(row)?.descriptor ?? 'mem')
  const others = view.diagnostics.count('other-row') > 0
  // Who looks at a process without asking for mem wants its other rows, so that there are some.
  const withoutMem = !seen.has('mem') && (others || seen.size > 0) && !isRefused(view)
  return (descriptor) => {
    if (descriptor === 'mem') return !withoutMem
    return others || seen.has(descriptor) || undefined
  }
}

function descriptorList(argv: readonly string[]): string | undefined {
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] as string
    if (word === '-d' || (/^-[a-zA-Z]*d$/.test(word) && !word.startsWith('-F'))) return argv[i + 1]
    if (word.startsWith('-d')) return word.slice(2)
  }
  return undefined
}
