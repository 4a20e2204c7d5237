import { errorStream } from './output.js'

/** Shorter work than this, in milliseconds, needs no progress. */
const PATIENCE = 500

/** Says what is being done now. */
export type Say = (what: string) => void

/** Shows on a terminal's stderr what long work is at; short work, and a stderr that is no terminal, show nothing. */
export async function withProgress<T>(work: (say: Say) => Promise<T>): Promise<T> {
  // A terminal that says it has no columns makes the spinner draw without end.
  const { isTTY, columns } = errorStream()
  if (!isTTY || !(columns > 0)) return work(() => {})
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
  }
}
