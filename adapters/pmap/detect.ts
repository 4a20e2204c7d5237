import type { Match } from '../../src/adapter.js'
import { isOfToybox } from './busybox/toybox.js'
import { isMessage } from './frame.js'
import { procps } from './procps/procps.js'
import { quietColumns } from './procps/quiet-columns.js'
import type { Program } from './program.js'
import { blanksWithin, PROGRAMS } from './programs.js'
import { otherSystem } from './systems.js'
import { isTranslatedTitles } from './translated/heading.js'

const PROCESS = /^\d+:( *)(?:\S|$)/

/** A line of maps, which no pmap prints first; its programs have many patterns, which take longer to compile than a short text to read. */
const OF_MAPS = /^[0-9a-f]{8,16}-[0-9a-f]{8,16} [r-][w-][x-][ps] [0-9a-f]{8,} /

/** Says how sure the first KiB looks like what some pmap prints. */
export function detectPmap(head: Uint8Array): Match | undefined {
  const text = new TextDecoder('latin1').decode(head)
  if (OF_MAPS.test(text)) return undefined
  const lines = text.split('\n')
  const said = lines.filter((line) => line.trim() !== '' && !isMessage(line))
  const gap = PROCESS.exec(said[0] ?? '')?.[1]?.length
  const blanks = gap === undefined ? undefined : blanksWithin(gap)
  const programs = PROGRAMS.filter((one) => blanks === undefined || one.blanks === blanks)
  // Kernel threads, and processes that may not be read, have no line but that of the process.
  const rest = said.filter((one) => !PROCESS.test(one))
  const [line, next] = rest
  // Titles in another language do not tell the mode, but the row below them does.
  const telling = line !== undefined && next !== undefined && isTranslatedTitles(line) ? next : line
  const shown = telling === undefined ? undefined : dialectOf(telling, programs)
  const dialect = blanks === undefined && shown === 'default' && said.some(isOfToybox) ? 'toybox' : shown
  // Rows of Solaris that hold none of its capitals are like those of procps 3.2.
  const mayBeOther = dialect === undefined || dialect === 'default-3.2'
  const system = mayBeOther ? said.map(otherSystem).find((name) => name !== undefined) : undefined
  if (system !== undefined) {
    return {
      dialect: 'default',
      confidence: 'possible',
      because: `it looks like what ${system} prints, which is not read here`,
    }
  }
  if (blanks === undefined) {
    if (dialect === undefined) return undefined
    return { dialect, confidence: 'likely', because: `the first line is a heading or a row of pmap:${dialect}` }
  }
  if (line !== undefined && dialect !== undefined && procps.needsBlock?.(line) && isUnsure(head, said)) {
    return { dialect, confidence: 'likely', because: 'a line names a process, and the next has columns without titles' }
  }
  if (dialect !== undefined) {
    return { dialect, confidence: 'sure', because: `a line names a process, and the next is one of pmap:${dialect}` }
  }
  const ended = line === undefined ? undefined : endedBy(line, programs)
  if (ended !== undefined) {
    return { dialect: ended, confidence: 'likely', because: `a line names a process, and the next ends pmap:${ended}` }
  }
  return fromProcessAlone(lines, blanks, rest, programs)
}

/** True when the rows of the first process show that their columns are not those of -X or -XX. */
function isUnsure(head: Uint8Array, said: readonly string[]): boolean {
  // The last line may be cut.
  const whole = head.at(-1) === 0x0a || said.length === 2 ? said : said.slice(0, -1)
  const rows = whole.slice(1)
  const next = rows.findIndex((line) => PROCESS.test(line))
  return quietColumns(next < 0 ? rows : rows.slice(0, next)).isUnsure
}

/** What a process says by itself, where the line after it says nothing, or is damaged. */
function fromProcessAlone(
  lines: readonly string[],
  blanks: number,
  rest: readonly string[],
  programs: readonly Program[],
): Match | undefined {
  if (blanks === 1) {
    const later = rest.map((line) => dialectOf(line, programs)).find((name) => name !== undefined)
    if (later !== undefined) {
      return { dialect: later, confidence: 'likely', because: `after a process, there is a line of pmap:${later}` }
    }
    if (lines.some((line) => line.startsWith('pmap: no /proc/'))) {
      return { dialect: 'toybox', confidence: 'likely', because: 'there is a process, and a complaint of toybox' }
    }
    if (lines.some((line) => /^\d+: \[\?\]$/.test(line))) {
      return { dialect: 'busybox', confidence: 'likely', because: 'a process has no command, as busybox says it: [?]' }
    }
    if (rest.length > 0) return undefined
    return {
      dialect: 'busybox',
      confidence: 'possible',
      because: 'the first line is a process: PID, colon, blank, command',
    }
  }
  if (blanks !== 3) return undefined
  return {
    dialect: 'default',
    confidence: rest.length === 0 ? 'likely' : 'possible',
    because: 'the first line is a process: PID, colon, three blanks, command',
  }
}

function endedBy(line: string, programs: readonly Program[]): string | undefined {
  for (const program of programs) {
    const dialect = program.ended?.(line)
    if (dialect !== undefined) return dialect
  }
  return undefined
}

function dialectOf(line: string, programs: readonly Program[]): string | undefined {
  for (const program of programs) {
    const dialect = program.dialectOf(line)
    if (dialect !== undefined) return dialect
  }
  return undefined
}
