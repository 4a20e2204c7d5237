import type { Adapter, LineParser, ParseOptions, Sink } from '../../src/adapter.js'
import { lsofImitation } from './call/imitation.js'
import { detectLsof } from './detect.js'
import { DIALECTS } from './dialects.js'
import { FieldsParser } from './fields/parser.js'
import { formatLsof } from './format/formatter.js'
import { JsonParser } from './json/parser.js'
import { pathsLookedUp } from './names/looked-up.js'
import { projectToLsof } from './projection/projection.js'
import { LSOF_REASONS } from './reasons.js'
import { TableParser } from './table/parser.js'

const SELECT = ['lsof', '-nP', '-a', '-p', 'PID', '-d']

/** What lsof 4.93 to 4.99.7 prints on Linux of the files that a process has mapped. */
export const lsof: Adapter = {
  name: 'lsof',
  summary: 'the files a process has mapped: lsof -d mem',
  grain: 'file',
  escapes: true,
  dialects: DIALECTS,
  detect: detectLsof,
  open,
  format: formatLsof,
  project: projectToLsof,
  looksUp: pathsLookedUp,
  reasons: LSOF_REASONS,
  get imitates() {
    return lsofImitation
  },
  capture: {
    table: { run: [...SELECT, 'mem'] },
    fields0: { run: [...SELECT, 'mem,txt,DEL', '-F0pcuLRgftDrisklan'] },
    fields: { run: [...SELECT, 'mem,txt,DEL', '-FpcuLRgftDrisklan'] },
  },
}

function open(sink: Sink, { dialect }: ParseOptions): LineParser {
  if (dialect?.startsWith('json')) return new JsonParser(sink)
  return dialect?.startsWith('fields') ? new FieldsParser(sink) : new TableParser(sink)
}
