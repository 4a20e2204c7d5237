/** What work gave, and whether Ctrl-C ended it early. */
export interface Ended<T> {
  readonly value: T
  readonly stopped: boolean
}

/** The exit status of what Ctrl-C ended. */
export const STOPPED = 130

/** Does work that looks now and then whether Ctrl-C was pressed, so that it can tell what it has found by then; a second one ends all. */
export async function untilStopped<T>(work: (isStopped: () => boolean) => Promise<T>): Promise<Ended<T>> {
  let stopped = false
  const stop = (): void => {
    if (stopped) {
      process.off('SIGINT', stop)
      process.kill(process.pid, 'SIGINT')
    }
    stopped = true
  }
  process.on('SIGINT', stop)
  try {
    return { value: await work(() => stopped), stopped }
  } finally {
    process.off('SIGINT', stop)
  }
}
