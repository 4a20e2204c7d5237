import type { Adapter } from '../../src/adapter.js'
import { detectLsof } from './detect.js'
import { FieldsParser } from './fields.js'
import { pathsLookedUp } from './looked-up.js'
import { projectToLsof } from './projection.js'
import { LSOF_REASONS } from './reasons.js'
import { TableParser } from './table.js'

const SAYS = ['device', 'inode', 'pathname', 'file'] as const

const SELECT = ['lsof', '-nP', '-a', '-p', 'PID', '-d']

/** What lsof 4.93 to 4.99.7 prints on Linux of the files that a process has mapped. */
export const lsof: Adapter = {
  name: 'lsof',
  summary: 'the files a process has mapped: lsof -d mem',
  grain: 'file',
  dialects: {
    table: { summary: 'the table for people', says: SAYS },
    fields: { summary: 'a field a line: lsof -F', says: SAYS },
    fields0: { summary: 'a file a line, fields ended by NUL: lsof -F0', says: SAYS },
  },
  detect: detectLsof,
  open: (sink, options) => (options.dialect?.startsWith('fields') ? new FieldsParser(sink) : new TableParser(sink)),
  project: projectToLsof,
  looksUp: pathsLookedUp,
  reasons: LSOF_REASONS,
  capture: {
    table: { run: [...SELECT, 'mem'] },
    fields0: { run: [...SELECT, 'mem,txt,DEL', '-F0pcuLRgftDrisklan'] },
    fields: { run: [...SELECT, 'mem,txt,DEL', '-FpcuLRgftDrisklan'] },
  },
}
