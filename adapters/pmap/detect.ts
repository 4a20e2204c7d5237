import type { Match } from '../../src/adapter.js'
import { narrowHeading } from './frame.js'
import { layoutOf } from './layout.js'

const PROCESS = /^\d+: {3}(?! )/
const HEX = '(?:[0-9a-f]{8}|[0-9a-f]{16})'
const DEFAULT = new RegExp(`^${HEX} +\\d+K [r-][w-][x-][s-]- `)
const X = new RegExp(`^${HEX} +\\d+ +\\d+ +\\d+ [r-][w-][x-][s-]- `)
const D = new RegExp(`^${HEX} +\\d+ [r-][w-][x-][s-]- [0-9a-f]{16} [0-9a-f]{3,}:[0-9a-f]{5,} `)
const WIDE = /^ *[0-9a-f]{8,16} +[r-][w-][x-][psS] +[0-9a-f]{8,} +[0-9a-f]+:[0-9a-f]+ +\d+(?: +\d+)+ /
const FLAGS = /(?: \d+)+ +(?:[a-z]{2} )*mr /

/** Says how sure the first KiB looks like what pmap of procps-ng prints. */
export function detectPmap(head: Uint8Array): Match | undefined {
  const lines = new TextDecoder('latin1').decode(head).split('\n')
  const first = lines.findIndex((line) => line.trim() !== '' && !line.startsWith('pmap: '))
  const line = lines[first]
  if (line === undefined) return undefined
  if (PROCESS.test(line)) {
    const dialect = dialectOf(lines[first + 1] ?? '') ?? 'default'
    return { dialect, confidence: 'sure', because: 'the first line is a process: PID, colon, three blanks, command' }
  }
  const dialect = dialectOf(line)
  if (dialect === undefined) return undefined
  return { dialect, confidence: 'likely', because: `the first line is a heading or a row of pmap:${dialect}` }
}

function dialectOf(line: string): string | undefined {
  if (DEFAULT.test(line)) return 'default'
  if (X.test(line)) return 'x'
  if (D.test(line)) return 'd'
  if (WIDE.test(line)) return FLAGS.test(line) ? 'XX' : 'X'
  return narrowHeading(line) ?? layoutOf(line)?.dialect
}
