import type { Adapter, View } from '../adapter.js'
import { readHost } from '../capture/host.js'
import { readProcFile } from '../capture/proc.js'
import { type LiveProcess, readProcess } from '../capture/process-facts.js'
import { parse } from '../ops/parse.js'
import { MemmapsError } from '../report/errors.js'
import { tell } from './output.js'

/** Reads a live process from the first of these adapters that the kernel lets us: smaps says more, maps is always there. */
export function readLive(adapters: readonly Adapter[], pid: number, names: readonly string[], strict: boolean): View {
  const live = readProcess(pid)
  const { state: _, kind, ...process } = live
  const source = { name: `pid ${pid}`, kernel: readHost().kernel, captured: new Date().toISOString() }
  const { adapter, bytes } = readFirst(adapters, live, names)
  const [view] = parse(adapter, bytes, { source, strict })
  if (view === undefined) throw new MemmapsError('internal', `${adapter.name} gave no view`)
  if (view.table.length === 0 && kind !== 'process') {
    const what =
      kind === 'zombie' ? 'a zombie: it has no memory any more' : 'a kernel thread: it has no memory of its own'
    tell(`process ${pid} is ${what}`)
  }
  return { ...view, process }
}

function readFirst(
  adapters: readonly Adapter[],
  { pid }: LiveProcess,
  names: readonly string[],
): { adapter: Adapter; bytes: Uint8Array } {
  let failure: unknown
  for (const name of names) {
    const adapter = adapters.find((one) => one.name === name)
    if (adapter === undefined) continue
    try {
      return { adapter, bytes: readProcFile(pid, name) }
    } catch (error) {
      failure ??= error
    }
  }
  throw failure
}
