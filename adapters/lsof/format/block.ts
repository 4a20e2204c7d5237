import type { FormatOptions, ProcessFacts, View } from '../../../src/adapter.js'
import type { LsofOptions } from '../call/options.js'
import { unescapeName } from '../names/unescape.js'
import { asLsofReads } from './as-lsof-reads.js'
import { printedCommand } from './printed-command.js'
import { optionsOf } from './usual.js'

const encoder = new TextEncoder()

/** A thread, as lsof tells it beside its process. */
export interface ShownTask {
  readonly tid: string
  /** Its own bytes. */
  readonly comm: Uint8Array
}

/** The rows of a process, or those rows again for one of its threads. */
export interface Block {
  readonly view: View
  readonly options: LsofOptions
  readonly process: ProcessFacts
  /** The command's own bytes; undefined where nobody said. */
  readonly command: Uint8Array | undefined
  /** The command as -F prints it. */
  readonly printed: Uint8Array | undefined
  readonly task?: ShownTask
  /** True for rows that no tool printed: they were projected from another view. */
  readonly projected: boolean
}

/** What is to be written, in its order: a process each, and where threads are asked for one more for each but the main one. */
export function blocksOf(views: readonly View[], { origins }: FormatOptions): readonly Block[] {
  const blocks: Block[] = []
  views.forEach((view, i) => {
    const origin = origins?.[i]
    const options = optionsOf(view)
    const projected = origin !== undefined
    const told = view.process ?? {}
    const process = projected ? asLsofReads(told, view.source.version) : told
    const command = commandOf(view, process, projected)
    const block: Block = { view, options, process, command, printed: printedOf(view, command, projected), projected }
    const own = taskOf(view)
    // With -K lsof lists no process that has but one thread.
    if (projected && options.tasks && origin.seen.facts.tasks?.length === 1) return
    blocks.push(own === undefined ? block : { ...block, task: own })
    if (!options.tasks) return
    for (const { tid, comm } of origin?.seen.facts.tasks?.slice(1) ?? []) {
      blocks.push({ ...block, task: { tid: String(tid), comm } })
    }
  })
  return blocks
}

/** A value of a row that the model has no field for. */
export function extraOf({ view }: Block, row: number, name: string): string | undefined {
  return view.table.extra(row)?.[name]
}

function commandOf(view: View, process: ProcessFacts, projected: boolean): Uint8Array | undefined {
  if (process.comm !== undefined) return process.comm
  if (process.command === undefined) return undefined
  const text = encoder.encode(process.command)
  return projected || view.dialect.startsWith('json') ? text : unescapeName(text, 'as they are')
}

function printedOf(view: View, command: Uint8Array | undefined, projected: boolean): Uint8Array | undefined {
  const asIs = !projected && view.process?.comm === undefined && view.dialect.startsWith('fields')
  if (asIs) return command && encoder.encode(view.process?.command)
  return command && printedCommand(command, view.source.locale)
}

/** The thread that a listing's rows are of. */
function taskOf({ table, dialect }: View): ShownTask | undefined {
  const extra = table.length === 0 ? undefined : table.extra(0)
  if (extra?.TID === undefined) return undefined
  const comm = encoder.encode(extra.TASKCMD ?? '')
  return { tid: extra.TID, comm: dialect === 'table' ? unescapeName(comm, 'as they are') : comm }
}
