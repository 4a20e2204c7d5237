import type fs from 'node:fs'
import { getSystemErrorName } from 'node:util'
import { Worker } from 'node:worker_threads'

/** Chunks that may wait to be taken: 4 MiB. */
const SLOTS = 64

/** Places of the numbers that both threads see; from `sizes` on one for each slot, below 0 for the number of an error. */
const PLACES = { step: 0, filled: 1, taken: 2, sizes: 3 } as const

/** How far the two have come; 0 before the thread runs. */
const STEPS = { offered: 1, granted: 2, stopped: 3 } as const

interface Shared {
  readonly descriptor: number
  readonly state: Int32Array
  readonly bytes: Uint8Array
  readonly slots: number
  readonly places: typeof PLACES
  readonly steps: typeof STEPS
}

/**
 * A thread that reads on in a large file of `/proc` while what was read is parsed: the kernel makes the text as it is read, which
 * takes as long as parsing it. The thread takes over when it has started, however late that is.
 */
export class ReadAhead {
  readonly #state: Int32Array = new Int32Array(new SharedArrayBuffer(4 * (PLACES.sizes + SLOTS)))
  readonly #bytes: Uint8Array
  #taken = 0

  constructor(
    descriptor: number,
    readonly chunk: number,
  ) {
    this.#bytes = new Uint8Array(new SharedArrayBuffer(SLOTS * chunk))
    const shared: Shared = {
      descriptor,
      state: this.#state,
      bytes: this.#bytes,
      slots: SLOTS,
      places: PLACES,
      steps: STEPS,
    }
    // Its code comes along as text, for where it runs there is nothing of this module.
    const code = `(${readOn})(require('node:fs'), require('node:worker_threads').workerData)`
    const thread = new Worker(code, { eval: true, execArgv: [], workerData: shared })
    thread.unref()
    // One that cannot start offers nothing, and is not missed.
    thread.on('error', () => {})
  }

  /** True once the thread has started; from then on it alone reads the file, and `take` gives what it read. */
  takesOver(): boolean {
    const { step } = PLACES
    if (Atomics.compareExchange(this.#state, step, STEPS.offered, STEPS.granted) === 0) return false
    Atomics.notify(this.#state, step)
    return true
  }

  /** Copies the next chunk, and gives its size, which is that of a whole one but at the end; throws what reading threw. */
  take(into: Uint8Array): number {
    const state = this.#state
    while (Atomics.load(state, PLACES.filled) === this.#taken) Atomics.wait(state, PLACES.filled, this.#taken)
    const slot = this.#taken % SLOTS
    const size = state[PLACES.sizes + slot] as number
    if (size < 0) throw Object.assign(new Error('read'), { code: getSystemErrorName(size) })
    into.set(this.#bytes.subarray(slot * this.chunk, slot * this.chunk + size))
    this.#taken += 1
    Atomics.store(state, PLACES.taken, this.#taken)
    Atomics.notify(state, PLACES.taken)
    return size
  }

  /** Lets the thread end. */
  stop(): void {
    Atomics.store(this.#state, PLACES.step, STEPS.stopped)
    Atomics.notify(this.#state, PLACES.step)
    Atomics.notify(this.#state, PLACES.taken)
  }
}

/** What the thread does; it sees nothing but its arguments. */
function readOn({ readSync }: typeof fs, { descriptor, state, bytes, slots, places, steps }: Shared): void {
  const chunk = bytes.length / slots
  if (Atomics.compareExchange(state, places.step, 0, steps.offered) === steps.stopped) return
  Atomics.wait(state, places.step, steps.offered)
  for (let filled = 0, size = chunk; size === chunk; filled++) {
    while (filled - Atomics.load(state, places.taken) >= slots && Atomics.load(state, places.step) === steps.granted)
      Atomics.wait(state, places.taken, filled - slots)
    if (Atomics.load(state, places.step) !== steps.granted) return
    const from = (filled % slots) * chunk
    size = 0
    for (let read = -1; read !== 0 && size >= 0 && size < chunk; ) {
      try {
        read = readSync(descriptor, bytes, from + size, chunk - size, null)
        size += read
      } catch (error) {
        const { code, errno = -5 } = error as NodeJS.ErrnoException
        if (code !== 'EINTR') size = errno
      }
    }
    state[places.sizes + (filled % slots)] = size
    Atomics.store(state, places.filled, filled + 1)
    Atomics.notify(state, places.filled)
  }
}
