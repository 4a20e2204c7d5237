const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const

/** Something that must not outlive this program. */
export interface Undo {
  /** Undoes it now, and forgets it. */
  now(): void
  /** Forgets it: there is nothing left to undo. */
  forget(): void
}

const waiting: Set<Undo> = new Set()

/** Undoes something when this program ends: when it returns, throws, or is told to end by one of SIGNALS. */
export function undoAtEnd(action: () => void): Undo {
  const undo: Undo = {
    now() {
      if (!waiting.has(undo)) return
      undo.forget()
      action()
    },
    forget() {
      if (waiting.delete(undo) && waiting.size === 0) stopListening()
    },
  }
  if (waiting.size === 0) listen()
  waiting.add(undo)
  return undo
}

function undoAll(): void {
  for (const undo of [...waiting].reverse()) {
    try {
      undo.now()
    } catch {
      // The others are still to be undone, and there is nobody left to tell.
    }
  }
}

function onSignal(signal: NodeJS.Signals): void {
  undoAll()
  stopListening()
  // Without a listener of its own the program would have ended by the signal; let it.
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
}

function listen(): void {
  process.on('exit', undoAll)
  for (const signal of SIGNALS) process.on(signal, onSignal)
}

function stopListening(): void {
  process.off('exit', undoAll)
  for (const signal of SIGNALS) process.off(signal, onSignal)
}
