import { setImmediate as breathe } from 'node:timers/promises'
import { atOnce } from './at-once.js'
import { placesOf } from './places.js'
import type { ViewRequest } from './types.js'

/** How many tools run at once: more would wait for each other on a small machine, and for the process on any. */
const TOOLS = 2

/**
 * Takes views of a process, and reads what else is to be known of it: tools are started first, in their order, and files are read,
 * each in its order, while they run. Gives what was taken, files before tools.
 */
export async function takeAll<Taken, Facts>(
  views: readonly ViewRequest[],
  /** Takes a view for this place in a capture's folder; nothing where it is not there, and that is no problem. */
  take: (view: ViewRequest, place: string) => Promise<Taken | undefined>,
  /** True when no tool has to run any more. */
  isInVain: () => boolean,
  readFacts: () => Facts,
): Promise<{ taken: Taken[]; facts: Facts }> {
  const places = placesOf(views)
  const requests = views.map((view, index) => ({ view, place: places[index] as string }))
  const tools = requests.filter(({ view }) => view.run !== undefined)
  const files = requests.filter(({ view }) => view.file !== undefined && view.file !== 'maps')
  const printing = atOnce(TOOLS, tools, async ({ view, place }) => (isInVain() ? undefined : take(view, place)))
  const reading = (async () => {
    // Tools start when this thread has a moment.
    await breathe()
    const read = await atOnce(1, files, ({ view, place }) => take(view, place))
    return { read, facts: readFacts() }
  })()
  // No tool is left behind when a file cannot be read.
  await Promise.allSettled([printing, reading])
  const [printed, { read, facts }] = await Promise.all([printing, reading])
  return { taken: [...read, ...printed].filter((one) => one !== undefined), facts }
}
