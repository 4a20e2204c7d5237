import type { Crash, Outcome } from './types.js'

/** What a wrong field would mean to who relies on it. */
const FIELDS: readonly (readonly [field: RegExp, meaning: string])[] = [
  [/^(?:start|end)$/, 'an address would be looked up in the wrong region, and sizes would be wrong'],
  [/^perms$/, 'a region that is writable and executable could be overlooked'],
  [/^pathname/, 'memory would be put down to the wrong file, or to none'],
  [/^(?:device|inode)/, 'two files could be taken for one, or one for two'],
  [/^offset$/, 'an address would be looked up at the wrong place of its file'],
  [/^vmFlags$/, 'what the kernel may do with the region would be told wrongly'],
  [/^counters/, 'memory would be counted wrongly'],
  [/^pid$/, 'a region would be put down to another process'],
]

/** What a crash would mean. */
const CRASHES: Readonly<Record<Crash, string>> = {
  status: 'one process with such a line would take the whole program down',
  signal: 'one process with such a line would take the whole program down',
  time: 'one process with such a line would hang the whole program',
  memory: 'one process with such a line would take the memory of the machine',
  output: 'one process with such a line would fill the disk',
  'no-json': 'nothing could be told of a process that has such a line',
}

/** What a failure would mean to a user of the parser, as half a sentence; nothing where all is well. */
export function meaningOf({ fault, crash = 'status' }: Outcome): string {
  if (fault === undefined) return ''
  const { code, field = '' } = fault
  switch (code) {
    case 'crashed':
      return CRASHES[crash]
    case 'refused':
      return 'nothing could be told of a process that has such a line'
    case 'silent':
    case 'wrong-line':
      return 'a damaged text would pass for a true one'
    case 'missing-region':
      return 'a region of the process would not be seen'
    case 'made-up-region':
      return 'a region that the process has not would be shown'
    case 'unidentified-region':
      return 'nobody could tell which region is meant'
    case 'made-up-field':
      return 'a value that nobody printed would be taken for a fact'
    case 'false-alarm':
      return 'a true text would be taken for a damaged one'
    case 'wrong-field':
      return FIELDS.find(([pattern]) => pattern.test(field))?.[1] ?? 'a detail of the region would be wrong'
  }
}
