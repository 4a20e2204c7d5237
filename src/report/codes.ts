/** How bad a finding is: an error keeps the line out, a warning loses something, a note loses nothing. */
export type Severity = 'error' | 'warning' | 'note'

interface Code {
  readonly severity: Severity
  /** One sentence, in the present tense, without the place. */
  readonly sentence: string
}

const codes = {
  'bad-start': { severity: 'error', sentence: 'the start address is not a hexadecimal number of at most 64 bits' },
  'bad-end': { severity: 'error', sentence: 'the end address is not a hexadecimal number of at most 64 bits' },
  'bad-perms': { severity: 'error', sentence: 'the permissions are not four characters like r-xp' },
  'bad-offset': { severity: 'error', sentence: 'the offset is not a hexadecimal number of at most 64 bits' },
  'bad-device': { severity: 'error', sentence: 'the device is not major:minor' },
  'bad-inode': { severity: 'error', sentence: 'the inode is not a decimal number of at most 64 bits' },
  'bad-size': { severity: 'error', sentence: 'the size is not a number' },
  'bad-counter': { severity: 'error', sentence: 'the counter has no readable number' },
  'bad-column': { severity: 'error', sentence: 'the column does not hold what its heading says' },
  'bad-json': { severity: 'error', sentence: 'this is not JSON' },
  'bad-schema': { severity: 'error', sentence: 'the JSON is not a memmaps view' },
  'unread-key': {
    severity: 'warning',
    sentence: 'a key that this version of the schema does not have; it is left out',
  },
  'earlier-findings': {
    severity: 'note',
    sentence: 'the text that this view was made from had findings of its own; they are not repeated',
  },
  'orphan-counter': { severity: 'error', sentence: 'a counter stands below no region that could be read' },
  'orphan-record': { severity: 'error', sentence: 'a file record stands before any process record' },
  'orphan-row': { severity: 'error', sentence: 'a row stands before any heading, so its columns have no names' },
  'unrecognised-line': { severity: 'error', sentence: 'the line is none that this format has' },
  'cut-short': { severity: 'error', sentence: 'the text ends in the middle of a line' },
  'duplicate-counter': { severity: 'error', sentence: 'the region already has this counter' },
  'bogus-row': {
    severity: 'error',
    sentence: 'the row is the rest of an over-long line that pmap took for a mapping; it names no region',
  },
  'saturated-start': {
    severity: 'error',
    sentence: 'the address did not fit the 32-bit pmap that printed it; the row names no region',
  },
  'repeated-row': {
    severity: 'note',
    sentence: 'pmap before 3.3.13 prints each row a second time, with zeros; the second is left out',
  },
  'unknown-field': { severity: 'note', sentence: 'a field that no kernel we know prints; it is kept' },
  'unknown-flag': { severity: 'note', sentence: 'a VmFlags code that no kernel we know prints; it is kept' },
  'unknown-column': { severity: 'note', sentence: 'a column we do not know; it is kept' },
  'odd-spacing': {
    severity: 'note',
    sentence: 'the kernel writes this line with other spacing, zeros or case; it is read all the same',
  },
  'byte-order-mark': { severity: 'note', sentence: 'a byte order mark stands before the text; it is taken off' },
  'quoted-lines': { severity: 'note', sentence: 'each line is quoted as in a mail; the quotes are taken off' },
  'indented-lines': { severity: 'note', sentence: 'each line is indented; the blanks are taken off' },
  'carriage-returns': { severity: 'note', sentence: 'lines end in CR LF; the CR is taken off' },
  'other-row': { severity: 'note', sentence: 'the row is about a descriptor, not about memory; it is left out' },
  'tool-message': { severity: 'note', sentence: 'a message of the tool that got into its output; it is left out' },
  'no-descriptor': {
    severity: 'warning',
    sentence: 'the files have no descriptor (f was not asked for): any of them may be open and not mapped',
  },
  'lost-field': { severity: 'warning', sentence: 'the target format cannot say this field' },
} as const

/** The stable name of a kind of finding. */
export type DiagnosticCode = keyof typeof codes

/** Every diagnostic there is: all severities and all wording in one place. */
export const CODES: Readonly<Record<DiagnosticCode, Code>> = codes
