import type { View } from '../../../src/adapter.js'
import type { LsofOptions } from '../call/options.js'
import { readOptions } from '../call/read-options.js'

/** What the run that printed the view, or shall print it, was asked for; what its rows tell, where no words are known. */
export function optionsOf(view: View): LsofOptions {
  const { argv, version } = view.source
  return argv === undefined ? usualOptions(view) : readOptions(argv.slice(1), version)
}

/** The options that make every column and field for which the view's rows have a value. */
export function usualOptions({ table, process }: View): LsofOptions {
  const letters = new Set('pgRcuLfaltDsiknKMdP')
  let links = false
  let tasks = false
  for (let row = 0; row < table.length; row++) {
    const file = table.file(row)
    if (file?.rdev !== undefined) letters.add('r')
    links ||= file?.links !== undefined
    tasks ||= table.extra(row)?.TID !== undefined
  }
  return {
    fields: letters,
    nul: false,
    terse: false,
    commandWidth: 0,
    warnings: true,
    numericUsers: false,
    parents: process?.ppid !== undefined,
    groups: process?.pgid !== undefined,
    fileFlags: false,
    links,
    tasks,
    withoutInternet: false,
    human: false,
  }
}
