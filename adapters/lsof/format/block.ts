import type { FormatOptions, ProcessFacts, View } from '../../../src/adapter.js'
import { MemmapsError } from '../../../src/report/errors.js'
import type { LsofOptions } from '../call/options.js'
import { type NameForm, respelling } from '../names/form.js'
import { unescapeName } from '../names/unescape.js'
import { asLsofReads } from './as-lsof-reads.js'
import { extraOf, extraText } from './extra.js'
import { printedCommand } from './printed-command.js'
import { ofThread } from './thread.js'
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
  /** Gives a name of the view the spelling that the text has. */
  readonly spell: NameForm['even']
  /** True for rows that no tool printed: they were projected from another view. */
  readonly projected: boolean
}

/** What is to be written in a dialect, in its order: a process each, and where threads are asked for one more for each but the main one. */
export function blocksOf(views: readonly View[], dialect: string, { origins }: FormatOptions): readonly Block[] {
  const blocks: Block[] = []
  views.forEach((view, i) => {
    if (!dialect.startsWith('json')) requireProcess(view)
    const origin = origins?.[i]
    const options = optionsOf(view)
    const projected = origin !== undefined
    const told = view.process ?? {}
    const process = projected ? asLsofReads(told, view.source.version, origin.seen.facts.statBefore) : told
    const command = commandOf(view, process, projected)
    const printed = printedOf(view, command, projected)
    const block: Block = { view, options, process, command, printed, spell: respelling(view, dialect), projected }
    const own = taskOf(view)
    // With -K lsof lists no process that has but one thread.
    if (projected && options.tasks && origin.seen.facts.tasks?.length === 1) return
    blocks.push(own === undefined ? block : { ...block, task: own })
    if (!options.tasks) return
    for (const { tid, comm } of origin?.seen.facts.tasks?.slice(1) ?? []) {
      blocks.push({ ...block, view: ofThread(view, tid), task: { tid: String(tid), comm } })
    }
  })
  return blocks
}

/** JSON alone can leave out which process a file belongs to. */
function requireProcess({ process, table }: View): void {
  if (process?.pid !== undefined || table.length === 0) return
  throw new MemmapsError(
    'unwritable',
    'lsof tells the PID of every row, and nobody said which process these are of',
    'convert a running process, a capture, or a text that says so, or write lsof:json, which leaves out what is not known',
  )
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
  return command && printedCommand(command, view.source)
}

/** The thread that a listing's rows are of. */
function taskOf({ table, dialect }: View): ShownTask | undefined {
  const tid = table.length === 0 ? undefined : extraText(table, 0, 'TID')
  if (tid === undefined) return undefined
  const comm = extraOf(table, 0, 'TASKCMD') ?? new Uint8Array(0)
  return { tid, comm: dialect === 'table' ? unescapeName(comm, 'as they are') : comm }
}
