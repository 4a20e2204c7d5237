/** The golden corpus as data: texts of maps, smaps, lsof, pmap and status, each with the reading that is expected of it. */
export { goldenCaptures } from './captures.js'
export { type GoldenOptions, goldenCases, goldenFlags } from './cases.js'
export type { GoldenCase, GoldenDiagnostic, GoldenKind, GoldenReading, GoldenView } from './types.js'
