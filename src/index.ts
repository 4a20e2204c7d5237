/** The whole library: reading, writing, projecting and comparing, and getting the bytes from live processes. */
export { readWholeFile } from './capture/files.js'
export { loadCapture, type SaveOptions, saveCapture } from './capture/folder.js'
export { readProcFile } from './capture/proc.js'
export { type LiveProcess, readProcess } from './capture/process-facts.js'
export { takeSnapshot } from './capture/snapshot.js'
export type { CapturedText, Host, Problem, Snapshot, Tool, ViewRequest } from './capture/types.js'
export * from './core.js'
