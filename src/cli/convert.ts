import { adapters } from '../../adapters/index.js'
import type { Adapter, View } from '../adapter.js'
import { writePieces } from '../capture/files.js'
import { parseAdapterName } from '../ops/adapter-name.js'
import { convert } from '../ops/convert.js'
import { format } from '../ops/format.js'
import { parse } from '../ops/parse.js'
import { CODES } from '../report/codes.js'
import { MemmapsError } from '../report/errors.js'
import { escapedForTerminal } from './escape-pieces.js'
import { requireSomething, tellFindings } from './findings.js'
import { readLive } from './live-view.js'
import { tell, writeAllOut } from './output.js'
import { pidOf, readInput } from './read-input.js'

/** Options of `memmaps convert`. */
export interface ConvertOptions {
  readonly to: string
  readonly from?: string
  readonly pid?: number
  readonly output?: string
  readonly strict?: boolean
}

/** Runs `memmaps convert`. */
export async function runConvert(file: string | undefined, options: ConvertOptions): Promise<number> {
  const { adapter: target, dialect } = parseAdapterName(adapters, options.to)
  if (target.format === undefined) {
    throw new MemmapsError('usage', `${target.name} can be read but not written`, 'memmaps formats lists what can be')
  }
  const views = await readViews(file, target, options)
  if (views.length > 1 && holdsOneProcess(target)) throw oneProcess(target, views)
  const converted = views.map((view) => told(convert(adapters, view, target, dialect), target))
  const pieces = format(target, converted, dialect === undefined ? {} : { dialect })
  if (options.output !== undefined && options.output !== '-') await writePieces(options.output, pieces)
  else await writeAllOut(process.stdout.isTTY ? escapedForTerminal(pieces, tell) : pieces)
  return 0
}

async function readViews(
  file: string | undefined,
  target: Adapter,
  { from, pid, strict = false }: ConvertOptions,
): Promise<readonly View[]> {
  const live = file === undefined ? pid : pidOf(file)
  if (live !== undefined) {
    const usual = holdsOneProcess(target) ? [target.name, 'maps'] : ['smaps', 'maps']
    const view = readLive(adapters, live, from === undefined ? usual : [liveFile(from)], strict)
    tellFindings([view], view.source.name as string)
    return [view]
  }
  const { adapter, dialect, bytes, name } = await readInput(adapters, file ?? '-', from)
  const views = parse(adapter, bytes, { ...(dialect === undefined ? {} : { dialect }), source: { name }, strict })
  requireSomething(views, name, adapter.name, from !== undefined)
  tellFindings(views, name)
  return pid === undefined ? views : [viewOfPid(views, pid, name)]
}

/** The file below /proc/PID that a format is the text of. */
function liveFile(from: string): string {
  const { adapter } = parseAdapterName(adapters, from)
  if (holdsOneProcess(adapter)) return adapter.name
  throw new MemmapsError(
    'usage',
    `a live process is read from the kernel, not from ${adapter.name}`,
    `pipe ${adapter.name} in: ${adapter.name} … | memmaps convert -f ${from} …`,
  )
}

function viewOfPid(views: readonly View[], pid: number, name: string): View {
  const view = views.find(({ process: of }) => of?.pid === pid)
  if (view !== undefined) return view
  throw new MemmapsError('usage', `${name} says nothing of process ${pid}`, `it is about: ${pids(views)}`)
}

/** True for the kernel's own files: each is about one process, and does not say which. */
function holdsOneProcess({ capture }: Adapter): boolean {
  const ways = Object.values(capture ?? {})
  return ways.length > 0 && ways.every((way) => 'file' in way)
}

function oneProcess(target: Adapter, views: readonly View[]): MemmapsError {
  return new MemmapsError(
    'usage',
    `the text is about ${views.length} processes (${pids(views)}), and ${target.name} holds one`,
    'choose one with --pid',
  )
}

function pids(views: readonly View[]): string {
  return views.map(({ process: of }) => of?.pid ?? 'an unnamed one').join(', ')
}

/** Says what a conversion lost, and gives its view. */
function told({ view, lost, reasons, unknown }: ReturnType<typeof convert>, target: Adapter): View {
  for (const [field, count] of lost) {
    tell(
      `${CODES['lost-field'].severity}: ${target.name} cannot say ${field}: left out of ${count} region${count === 1 ? '' : 's'} [lost-field]`,
    )
  }
  for (const [code, count] of reasons) tell(`note: ${code} ${count}: ${target.reasons?.[code] ?? ''}`)
  for (const sentence of unknown) tell(`note: ${sentence}`)
  return view
}
