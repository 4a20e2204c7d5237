/** The shortest time between two looks, in milliseconds. */
const PAUSE = 1

/** How many times as long as a look takes the pause behind it is at least, so that looking stays a small part of the time. */
const SHARE = 5

/** Looks at a text again and again, until it is told to end. */
export class Watch {
  #changed = false
  #timer: NodeJS.Timeout | undefined

  constructor(
    readonly read: () => Uint8Array,
    readonly before: Uint8Array,
  ) {
    this.#wait(PAUSE)
  }

  /** True when some look found another text. */
  get changed(): boolean {
    return this.#changed
  }

  end(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  #wait(pause: number): void {
    this.#timer = setTimeout(() => this.#look(), pause)
    this.#timer.unref()
  }

  #look(): void {
    const started = performance.now()
    try {
      this.#changed = Buffer.compare(this.read(), this.before) !== 0
    } catch {
      // A process that has ended is found out by whoever reads next.
      this.#changed = true
    }
    if (!this.#changed) this.#wait(Math.max(PAUSE, (performance.now() - started) * SHARE))
  }
}
