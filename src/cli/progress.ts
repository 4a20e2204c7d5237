import { errorStream } from './output.js'

/** Shorter work than this, in milliseconds, needs no progress. */
const PATIENCE = 500

/** Says what is being done now. */
export type Say = (what: string) => void

let shows = false

/**
 * Shows on a terminal's stderr what long work is at; short work, a stderr that is no terminal, and work that is part of one
 * which is shown already, show nothing.
 */
export async function withProgress<T>(work: (say: Say) => Promise<T>): Promise<T> {
  // A terminal that says it has no columns makes the spinner draw without end.
  const { isTTY, columns } = errorStream()
  if (shows || !isTTY || !(columns > 0)) return work(() => {})
  shows = true
  const begun = performance.now()
  // Loaded only for a terminal: start-up is part of speed.
  const { default: ora } = await import('ora')
  const spinner = ora({ discardStdin: false })
  try {
    return await work((what) => {
      if (performance.now() - begun < PATIENCE) return
      spinner.text = what
      // The work blocks between two views, so no timer would draw in time.
      if (spinner.isSpinning) spinner.render()
      else spinner.start()
    })
  } finally {
    spinner.stop()
    shows = false
  }
}
