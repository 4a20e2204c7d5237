import type { Adapter, Facts, View } from '../adapter.js'
import type { LiveProcess } from '../capture/process-facts.js'
import { sysvDeviceIn } from '../capture/sysv-device.js'
import type { CapturedText, Snapshot, ViewRequest } from '../capture/types.js'
import { parseAdapterName } from '../ops/adapter-name.js'
import { parse } from '../ops/parse.js'
import { MemmapsError } from '../report/errors.js'
import { noteOtherProcesses } from './other-processes.js'

/** The views that `compare PID` takes when nobody says: lsof twice, so that both of its readers are held against each other. */
export const USUAL_VIEWS = 'maps,smaps,lsof:fields0,lsof:table,pmap:x'

const NEWLINE = 0x0a

/** How to take the views of a list such as `maps,pmap:x`; maps itself is taken always, and first. */
export function viewRequests(adapters: readonly Adapter[], list: string): readonly ViewRequest[] {
  const requests: ViewRequest[] = []
  for (const name of list.split(',')) {
    const { adapter, dialect } = parseAdapterName(adapters, name.trim())
    const known = Object.keys(adapter.capture ?? {})
    const chosen = dialect ?? known[0]
    const how = chosen === undefined ? undefined : adapter.capture?.[chosen]
    if (chosen === undefined || how === undefined) {
      const others = adapters.flatMap((each) => Object.keys(each.capture ?? {}).map((key) => `${each.name}:${key}`))
      throw new MemmapsError(
        'usage',
        `${name} cannot be taken from a live process`,
        `use some of: ${others.join(', ')}`,
      )
    }
    if (adapter.name !== 'maps') requests.push({ adapter: adapter.name, dialect: chosen, ...how })
  }
  return requests
}

/** Every view that can be taken from a live process. */
export function allViewRequests(adapters: readonly Adapter[]): readonly ViewRequest[] {
  return viewRequests(
    adapters,
    adapters.flatMap(({ name, capture }) => Object.keys(capture ?? {}).map((key) => `${name}:${key}`)).join(','),
  )
}

/** The paths that a projection will want stat facts of, given the first text of maps. */
export function pathsOf(
  adapters: readonly Adapter[],
): (maps: Uint8Array, process: LiveProcess) => Iterable<Uint8Array> {
  return function* (bytes, process) {
    const reader = adapters.find(({ name }) => name === 'maps') as Adapter
    for (const view of parse(reader, bytes, { asPrinted: true })) {
      for (const adapter of adapters) if (adapter.looksUp !== undefined) yield* adapter.looksUp(view, process)
    }
  }
}

/** The view of the snapshot's process that a text of it holds. */
export function viewOf(adapters: readonly Adapter[], snapshot: Snapshot, text: CapturedText): View {
  const adapter = adapters.find(({ name }) => name === text.adapter)
  if (adapter === undefined) {
    throw new MemmapsError(
      'usage',
      `the capture has a view of ${text.adapter}, which is not known here`,
      'update memmaps',
    )
  }
  const tool = snapshot.tools[text.adapter]
  const { kernel, arch } = snapshot.host
  const views = parse(adapter, text.bytes, {
    dialect: text.dialect,
    asPrinted: true,
    source: {
      name: text.file,
      ...(kernel === undefined ? {} : { kernel }),
      captured: snapshot.captured,
      ...(text.bytes.length === 0 || text.bytes.at(-1) === NEWLINE ? {} : { endsInLine: true }),
      ...(text.argv === undefined ? {} : { argv: text.argv, tool: text.adapter, locale: text.locale ?? 'C' }),
      ...(text.argv === undefined || arch === undefined ? {} : { arch }),
      ...(tool?.version === undefined ? {} : { version: tool.version }),
    },
  })
  const { pid } = snapshot.process
  const view = views.find((each) => each.process?.pid === pid) ?? (views[0] as View)
  if (views.length > 1) noteOtherProcesses(view, views, pid, text, adapter)
  return view
}

/** What the snapshot knows beside its views. */
export function factsOf(snapshot: Snapshot): Facts {
  const { process, stats, locks, tasks, statBefore, frozen, host, texts } = snapshot
  const maps = texts.find(({ adapter }) => adapter === 'maps')
  const sysvDevice = snapshot.sysvDevice ?? (maps && sysvDeviceIn(maps.bytes))
  return {
    process,
    stats: new Map(stats.map((stat) => [stat.path, stat])),
    frozen,
    ...(locks === undefined ? {} : { locks }),
    ...(tasks === undefined ? {} : { tasks }),
    ...(statBefore === undefined ? {} : { statBefore }),
    ...(sysvDevice === undefined ? {} : { sysvDevice }),
    ...(host.pageSize === undefined ? {} : { pageSize: host.pageSize }),
  }
}
