import { isMessage } from './frame.js'
import { PROGRAMS } from './programs.js'

/** One blank, or a second that is the command’s own. */
const PROCESS = /^\d+: {1,2}(?! )/
const COMPLAINT = 'pmap: no /proc/'
const LIKE_BUSYBOX = PROGRAMS.filter(({ blanks }) => blanks === 1)

/** True for a dialect whose processes have one blank behind their colon. */
export function isLikeBusybox(dialect: string): boolean {
  return /^(?:busybox|toybox|suse)/.test(dialect)
}

/** What a process is read as that has one blank behind its colon, and neither rows nor a neighbour with some. */
export const ROWLESS = 'busybox'

/** True for a process with one blank behind its colon, and for a message: neither tells which program printed it. */
export function tellsNoProgram(line: string): boolean {
  return PROCESS.test(line) || (isMessage(line) && !line.startsWith(COMPLAINT))
}

/** The dialect of a line behind such processes, when it is of a program that prints them so. */
export function neighbourOf(line: string): string | undefined {
  if (line.startsWith(COMPLAINT)) return 'toybox'
  for (const program of LIKE_BUSYBOX) {
    const dialect = program.dialectOf(line) ?? program.ended?.(line)
    if (dialect !== undefined) return dialect
  }
  return undefined
}
