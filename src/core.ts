/** Everything that needs no Node: it runs in a browser too. */
export { adapters } from '../adapters/index.js'
export type {
  Adapter,
  Dialect,
  Facts,
  FormatOptions,
  Grain,
  LineCounts,
  LineParser,
  Match,
  ParseOptions,
  ProcessFacts,
  Projection,
  Reason,
  Sink,
  Source,
  StatFacts,
  Total,
  View,
} from './adapter.js'
export type { CounterColumn } from './model/counters.js'
export type { Device } from './model/device.js'
export type { FieldName } from './model/fields.js'
export type { Perms } from './model/perms.js'
export type { CounterName, FileFacts, Region } from './model/region.js'
export { RegionTable } from './model/table.js'
export { type AdapterChoice, parseAdapterName } from './ops/adapter-name.js'
export type { Detected } from './ops/candidates.js'
export * from './ops/compare.js'
export { type Converted, convert } from './ops/convert.js'
export { detect } from './ops/detect.js'
export { format, joined } from './ops/format.js'
export { parse, parseChunks, Reader, type ReadOptions } from './ops/parse.js'
export { projectView } from './ops/project.js'
export { selectRows } from './ops/select.js'
export { CODES, type DiagnosticCode, type Severity } from './report/codes.js'
export { type Diagnostic, Diagnostics } from './report/diagnostic.js'
export { type ErrorCode, MemmapsError } from './report/errors.js'
export { printable, printableBytes } from './report/printable.js'
export { explain } from './report/wording.js'
