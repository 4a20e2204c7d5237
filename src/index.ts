/** The whole library: `memmaps/core`, and what looks at live processes and at folders. */
export { type SaveOptions, saveCapture } from './capture/folder.js'
export type { LiveProcess } from './capture/process-facts.js'
export type { CapturedText, Host, Problem, Tool } from './capture/types.js'
export * from './core.js'
export { type CaptureOptions, capture, loadCapture, type Snapshot } from './library/capture.js'
export { type ComparedViews, check, compare } from './library/of-snapshot.js'
