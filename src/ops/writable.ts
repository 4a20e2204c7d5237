import type { Adapter, View } from '../adapter.js'
import type { FieldName } from '../model/fields.js'
import { MemmapsError } from '../report/errors.js'
import type { AdapterChoice } from './adapter-name.js'

/** The dialect that views are written in: the one that was chosen, else the one they are of where the target has it. */
export function dialectOf({ adapter, dialect }: AdapterChoice, [first]: readonly View[]): string {
  if (dialect !== undefined) return dialect
  const own = first?.dialect ?? ''
  return Object.hasOwn(adapter.dialects, own) ? own : (Object.keys(adapter.dialects)[0] as string)
}

/** Throws a MemmapsError when nothing can be written in an adapter's format. */
export function requireWritable(adapters: readonly Adapter[], { name, format }: Adapter): void {
  if (format !== undefined) return
  const written = adapters.filter((one) => one.format !== undefined).map((one) => one.name)
  throw new MemmapsError('usage', `${name} can be read but not written`, `use one of: ${written.join(', ')}`)
}

/** True for the kernel's own files: each is about one process, and does not say which. */
export function holdsOneProcess({ capture }: Adapter): boolean {
  const ways = Object.values(capture ?? {})
  return ways.length > 0 && ways.every((way) => 'file' in way)
}

/** The error of views of several processes that are to be written as a text about one. */
export function severalProcesses(target: Adapter, views: readonly View[]): MemmapsError {
  return new MemmapsError(
    'usage',
    `the text is about ${views.length} processes (${pidsOf(views)}), and ${target.name} holds one`,
    'choose one with --pid',
  )
}

/** The processes of views, for people. */
export function pidsOf(views: readonly View[]): string {
  return views.map(({ process: of }) => of?.pid ?? 'an unnamed one').join(', ')
}

/** Throws a MemmapsError when a view says too little to be written so: which fields, and what to do instead. */
export function requireFields(adapters: readonly Adapter[], view: View, target: AdapterChoice): void {
  const { needs = [] } = target.adapter
  const { table } = view
  const missing = new Map<FieldName, number>()
  let regions = 0
  for (let row = 0; row < table.length; row++) {
    const absent = needs.filter((field) => !present(view, row, field))
    if (absent.length > 0) regions += 1
    for (const field of absent) missing.set(field, (missing.get(field) ?? 0) + 1)
  }
  if (regions === 0) return
  const fields = [...missing.keys()]
  const format = `${view.adapter}:${view.dialect}`
  const who =
    regions === table.length && fields.every((field) => !view.says.has(field))
      ? `${format} does not say ${list(fields, 'and')}`
      : `${regions} of ${table.length} regions have no ${list(fields, 'or')}`
  throw new MemmapsError(
    'unwritable',
    `${who}, and ${target.adapter.name} cannot be written without ${fields.length === 1 ? 'it' : 'them'}`,
    nextStep(adapters, needs, target.adapter),
  )
}

/** What does without these fields, and what says them. */
function nextStep(adapters: readonly Adapter[], needs: readonly FieldName[], target: Adapter): string {
  const free = adapters.filter((one) => one !== target && one.format !== undefined && one.needs === undefined)
  const rich = adapters.flatMap(({ name, dialects, capture }) => {
    if (capture === undefined) return []
    const [first] = Object.keys(dialects)
    const enough = Object.entries(dialects).find(([, { says }]) => needs.every((field) => says.includes(field)))?.[0]
    return enough === undefined ? [] : [enough === first ? name : `${name}:${enough}`]
  })
  const names = free.map(({ name }) => name)
  return `write ${list(names, 'or')}, which can leave out what is not known, or start from ${list(rich, 'or')}`
}

function present({ table }: View, row: number, field: FieldName): boolean {
  switch (field) {
    case 'start':
    case 'end':
    case 'offset':
    case 'inode':
    case 'perms':
    case 'device':
    case 'pathname':
    case 'vmFlags':
    case 'file':
    case 'extra':
      return table[field](row) !== undefined
    case 'counters':
      return [...table.columns.counters.values()].some((column) => column.has(row))
  }
}

/** `a, b and c`. */
function list(words: readonly string[], last: 'and' | 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}
