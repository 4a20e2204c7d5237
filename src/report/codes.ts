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
  'bad-text': { severity: 'error', sentence: 'half of a surrogate pair is no character' },
  'bad-base64': { severity: 'error', sentence: 'the base64 does not hold what the text beside it shows' },
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
  'other-system': {
    severity: 'error',
    sentence: 'the line is of a program of another system than Linux, which is not read here',
  },
  'saturated-start': {
    severity: 'error',
    sentence: 'the address did not fit the 32-bit pmap that printed it; the row names no region',
  },
  'repeated-row': {
    severity: 'note',
    sentence: 'pmap before 3.3.13 prints each row a second time, with zeros; the second is left out',
  },
  translated: {
    severity: 'note',
    sentence: 'headings or totals in another language than English; they are read by their places',
  },
  'narrow-number': {
    severity: 'warning',
    sentence: 'the number did not fit the column of the tool that wrote it; it is left out',
  },
  'unread-column': { severity: 'warning', sentence: 'a column that is none of osquery’s; it is left out' },
  'bad-csv': { severity: 'error', sentence: 'something stands behind a closing quote: this is not CSV' },
  'bad-row': { severity: 'error', sentence: 'the row has not as many cells as the heading' },
  'bad-heading': { severity: 'error', sentence: 'the heading names a column twice' },
  'below-range': {
    severity: 'note',
    sentence: 'pmap -x -A before 3.3.15 shows mappings below the range without size and name; the row is left out',
  },
  'unknown-field': { severity: 'note', sentence: 'a field that no kernel we know prints; it is kept' },
  'unknown-flag': { severity: 'note', sentence: 'a VmFlags code that no kernel we know prints; it is kept' },
  'unsure-columns': {
    severity: 'warning',
    sentence: 'without a heading it cannot be known which columns these are',
  },
  'unknown-column': { severity: 'note', sentence: 'a column we do not know; it is kept' },
  'odd-spacing': {
    severity: 'note',
    sentence: 'the kernel writes this line with other spacing, zeros or case; it is read all the same',
  },
  'byte-order-mark': { severity: 'note', sentence: 'a byte order mark stands before the text; it is taken off' },
  'quoted-lines': { severity: 'note', sentence: 'each line is quoted as in a mail; the quotes are taken off' },
  'indented-lines': { severity: 'note', sentence: 'each line is indented; the blanks are taken off' },
  'carriage-returns': { severity: 'note', sentence: 'lines end in CR LF; the CR is taken off' },
  'continued-name': {
    severity: 'note',
    sentence: 'the name of the line before goes on here, with a newline in it as it is',
  },
  'other-row': { severity: 'note', sentence: 'the row is about a descriptor, not about memory; it is left out' },
  'tool-message': { severity: 'note', sentence: 'a message of the tool that got into its output; it is left out' },
  'other-process': {
    severity: 'note',
    sentence: 'a row of another process than the one that is looked at; it is left out',
  },
  'stray-process': {
    severity: 'error',
    sentence: 'a row of a process that the tool was not asked about: it prints none; the text was mended or mixed',
  },
  'never-listed': {
    severity: 'note',
    sentence: 'lsof lists no such row: there is no file behind it; the row is kept',
  },
  'lost-nuls': {
    severity: 'note',
    sentence: 'the NULs that end the fields of -F0 got lost on the way; the order of the fields shows where they were',
  },
  'no-descriptor': {
    severity: 'warning',
    sentence: 'the files have no descriptor (f was not asked for): any of them may be open and not mapped',
  },
  backwards: { severity: 'error', sentence: 'the region begins before the one above it' },
  overlap: { severity: 'error', sentence: 'the region begins before the one above it ends' },
  'empty-range': { severity: 'error', sentence: 'the region ends where it begins, or before' },
  unaligned: { severity: 'error', sentence: 'an address or offset is no multiple of the page size' },
  'perms-mismatch': { severity: 'error', sentence: 'the vmFlags say other rights than the perms' },
  'size-mismatch': { severity: 'error', sentence: 'Size is not the size of the range' },
  'part-exceeds-whole': { severity: 'error', sentence: 'a part is larger than the whole that it is counted in' },
  'parts-mismatch': { severity: 'error', sentence: 'the parts do not add up to the whole' },
  'total-mismatch': { severity: 'error', sentence: 'a total of the text is not the sum of its regions' },
  'cut-off': { severity: 'error', sentence: 'the text ends before what its tool prints last' },
  'range-mismatch': { severity: 'error', sentence: 'smaps_rollup spans another range than the regions' },
  'sum-mismatch': { severity: 'error', sentence: 'the kernel’s own sum is not the sum of the regions' },
  'no-kernel': { severity: 'warning', sentence: 'no kernel of kernel.org prints all of this' },
  'lost-field': { severity: 'warning', sentence: 'the target format cannot say this field' },
  'lost-precision': { severity: 'warning', sentence: 'the target format says this field less exactly' },
} as const

/** The stable name of a kind of finding. */
export type DiagnosticCode = keyof typeof codes

/** Every diagnostic there is: all severities and all wording in one place. */
export const CODES: Readonly<Record<DiagnosticCode, Code>> = codes
