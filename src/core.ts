/** Everything that needs no Node: it runs in a browser too. */
export type {
  Facts,
  Grain,
  LineCounts,
  Match,
  ProcessFacts,
  Source,
  StatFacts,
  Total,
  View,
} from './adapter.js'
export type { Dating, Evidence } from './kernel/dating.js'
export { check } from './library/check.js'
export { compare } from './library/compare.js'
export { type ConvertOptions, convert } from './library/convert.js'
export { type Detection, detect } from './library/detect.js'
export { formats } from './library/formats.js'
export { type ParseOptions, parse, parseStream, type Views } from './library/parse.js'
export type { Chunk, ChunkStream, TextStream } from './library/text.js'
export type { Device } from './model/device.js'
export type { FieldName } from './model/fields.js'
export type { Perms } from './model/perms.js'
export type { CounterName, FileFacts, Region } from './model/region.js'
export type { RegionTable } from './model/table.js'
export type { DriftedSum, Exception, Finding, LawCode, Side } from './ops/check/finding.js'
export type { SumsResult } from './ops/check/hold-sums.js'
export type { PageSize } from './ops/check/page-size.js'
export type { Check, CheckOptions } from './ops/check.js'
export type {
  CompareOptions,
  Comparison,
  Difference,
  Drift,
  PairResult,
  ReasonCount,
  Verdict,
} from './ops/compare.js'
export type { Contradiction } from './ops/contradictions.js'
export type { Conversion } from './ops/conversion.js'
export type { Converted } from './ops/convert.js'
export type { FieldDifference } from './ops/difference.js'
export type { Format, FormatDialect, Saying } from './ops/formats.js'
export type { Loss, LostField } from './ops/loss.js'
export { explainLoss } from './ops/loss-wording.js'
export { CODES, type DiagnosticCode, type Severity } from './report/codes.js'
export type { Diagnostic, Diagnostics } from './report/diagnostic.js'
export { type ErrorCode, MemmapsError } from './report/errors.js'
export { explain } from './report/wording.js'
