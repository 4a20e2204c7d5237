import type { Adapter, View } from '../adapter.js'
import { exists, isDirectory } from '../capture/files.js'
import { MemmapsError } from '../report/errors.js'
import { readText } from './read-text.js'

/** How the files are to be read. */
export interface FileViewOptions {
  /** The formats, when they are not to be detected: one for all, or one each. */
  readonly from?: readonly string[]
  /** Which process of a text that holds several. */
  readonly pid?: number
}

/** One view of each file: that of the process they have in common. */
export async function viewsOfFiles(
  adapters: readonly Adapter[],
  paths: readonly string[],
  { from, pid }: FileViewOptions,
): Promise<readonly View[]> {
  refuseFormats(paths, from)
  const texts: (readonly View[])[] = []
  for (const [index, path] of paths.entries()) {
    texts.push((await readText(adapters, path, { from: from?.[index] ?? from?.[0], needed: true })).views)
  }
  const wanted = pid ?? commonPid(texts)
  return texts.map((views) => pick(views, wanted))
}

/** Throws a MemmapsError when formats are named for some of several files alone. */
export function refuseFormats(paths: readonly string[], from: readonly string[] = []): void {
  if (from.length < 2 || from.length === paths.length) return
  const files = `${paths.length} file${paths.length === 1 ? '' : 's'}`
  throw new MemmapsError('usage', `${from.length} formats for ${files}`, 'name one -f for all, or one each')
}

/** Throws a MemmapsError when a pid, or a folder, is among several targets that can be files alone. */
export function refuseOthers(targets: readonly string[], done: 'compared' | 'checked'): void {
  for (const target of targets) {
    if (/^\d+$/.test(target) && !exists(target)) {
      throw new MemmapsError(
        'usage',
        `a live process is ${done} alone, and there is no file ${target}`,
        `save it first: memmaps convert -t maps --pid ${target} -o ${target}.maps`,
      )
    }
    if (target !== '-' && isDirectory(target)) {
      throw new MemmapsError('usage', `a folder is ${done} alone: ${target}`, 'name files in it, such as its proc/maps')
    }
  }
}

/** The pid that a text names which is about one process alone; its threads have the same, each with a view of its own. */
function commonPid(texts: readonly (readonly View[])[]): number | undefined {
  for (const views of texts) {
    const [pid, ...others] = new Set(views.map(({ process }) => process?.pid))
    if (pid !== undefined && others.length === 0) return pid
  }
  return undefined
}

function pick(views: readonly View[], pid: number | undefined): View {
  const [only] = views as [View, ...View[]]
  const { name } = only.source
  const named = views.flatMap((view) => view.process?.pid ?? [])
  if (pid === undefined) {
    if (views.length === 1) return only
    throw new MemmapsError(
      'usage',
      `${name} holds ${views.length} processes: ${named.join(', ')}`,
      'choose one with --pid',
    )
  }
  const match = views.find((view) => view.process?.pid === pid)
  if (match !== undefined) return match
  if (views.length === 1 && named.length === 0) return only
  throw new MemmapsError(
    'usage',
    `${name} is about ${named.length === 1 ? 'process' : 'processes'} ${named.join(', ')}, not ${pid}`,
    'compare views of one process; --pid chooses it',
  )
}
