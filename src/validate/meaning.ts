import type { Fault } from './types.js'

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

/** What a fault would mean to a user of the parser, as half a sentence. */
export function meaningOf({ code, field = '' }: Fault): string {
  switch (code) {
    case 'crashed':
      return 'one process with such a line would take the whole program down'
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
