import { setFlagsFromString } from 'node:v8'

/** The first V8 that optimizes quickly enough for a short run: with a compiler between its plain one and its best one. */
const QUICK = 13

let isStopped = false

/**
 * Has V8 optimize nothing for the rest of a short run, or until `optimizeAgain`. Else its best compiler takes as long for functions
 * that are hot for some milliseconds as they run, or longer, and Node waits for it before it ends.
 */
export function stopOptimizing(version: string = process.versions.v8): void {
  if (isStopped || Number.parseInt(version, 10) >= QUICK) return
  // No function has that name. `--no-opt` would do too, but what Node 22 keeps compiled is then refused for ever.
  setFlagsFromString('--turbo-filter=~')
  isStopped = true
}

/** Has V8 optimize again: code that is kept compiled is for runs with the options that this one began with. */
export function optimizeAgain(): void {
  if (!isStopped) return
  setFlagsFromString('--turbo-filter=*')
  isStopped = false
}
