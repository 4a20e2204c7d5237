import type { Dialect } from '../../src/adapter.js'

const SAYS = ['device', 'inode', 'pathname', 'file'] as const

const CUT = 'up to a TAB, and 4,023 bytes of it at most'

const MADE = 'FD is mem where nobody said it, and a note may be taken for the end of a name'

const NOTELESS = 'without the note that tells why a file was not found; fd is mem where nobody said it'

const ESCAPED = `escaped, so that ^A may be a byte or two characters; ${CUT}`

/** The five ways in which lsof on Linux prints files; the first is what people see. */
export const DIALECTS: Readonly<Record<string, Dialect>> = {
  table: {
    summary: 'the table for people',
    says: SAYS,
    lossy: {
      pathname: ESCAPED,
      device: 'of a special file the device that it stands for, not that of its file system',
      file: `${MADE}; the number of links with +L alone; with -H sizes are rounded, with -o there are none`,
    },
  },
  fields: { summary: 'a field a line: lsof -F', says: SAYS, lossy: { pathname: ESCAPED, file: MADE } },
  fields0: {
    summary: 'a file a line, fields ended by NUL: lsof -F0',
    says: SAYS,
    lossy: { pathname: ESCAPED, file: MADE },
  },
  json: {
    summary: 'one object: lsof -J',
    says: SAYS,
    lossy: { pathname: CUT, file: NOTELESS },
    since: '4.99.7',
  },
  jsonl: {
    summary: 'an object a line, one for each file: lsof -j',
    says: SAYS,
    lossy: { pathname: CUT, file: NOTELESS },
    since: '4.99.7',
  },
}
