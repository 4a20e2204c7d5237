import type { Ora } from 'ora'
import { errorStream } from './output.js'

/** Shorter work than this, in milliseconds, needs no progress. */
const PATIENCE = 500

/** The time between two pictures of a line, in milliseconds. */
const PAUSE = 80

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
  const line = new ProgressLine()
  try {
    return await work((what) => line.say(what))
  } finally {
    line.end()
    shows = false
  }
}

/** The line of a terminal that is drawn again and again. */
class ProgressLine {
  readonly #begun: number = performance.now()
  #text = ''
  #drawn = 0
  #spinner: Ora | undefined
  #loading = false
  #ended = false

  say(what: string): void {
    const now = performance.now()
    if (now - this.#begun < PATIENCE) return
    this.#text = what
    if (this.#spinner === undefined) this.#load()
    else if (now - this.#drawn >= PAUSE) {
      this.#drawn = now
      this.#spinner.text = what
      // The work blocks between two views, so no timer would draw in time.
      this.#spinner.render()
    }
  }

  end(): void {
    this.#ended = true
    this.#spinner?.stop()
  }

  /** Loads what draws the line, which takes as long as a short command, and goes on meanwhile. */
  #load(): void {
    if (this.#loading) return
    this.#loading = true
    import('ora').then(({ default: ora }) => {
      if (!this.#ended) this.#spinner = ora({ discardStdin: false, text: this.#text }).start()
    })
  }
}
