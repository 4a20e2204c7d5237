import type { FileFacts, Region } from '../model/region.js'
import type { RegionTable } from '../model/table.js'
import { type CanonicalRegion, canonicalRegion } from './canonical-region.js'
import { isShown, type RowsAsked } from './rows-shown.js'

/** Parts of a file by their letters among the fields of lsof. */
const PARTS: Readonly<Record<string, keyof FileFacts>> = {
  f: 'descriptor',
  t: 'type',
  s: 'size',
  k: 'links',
  l: 'lock',
  r: 'rdev',
}

/** The letters of `-F` and `-J` where none is named, as far as they are about a file. */
const USUAL = 'fltDsikn'

/** The numbers of busybox -x and toybox -x. */
const ZEROES = { Pss: 0, Private_Dirty: 0, Swap: 0 }

/** The counters that `pmap -X` leaves out and `-XX` shows. */
const UNIMPORTANT: readonly string[] = [
  'KernelPageSize',
  'MMUPageSize',
  'Shared_Clean',
  'Shared_Dirty',
  'Private_Clean',
  'Private_Dirty',
  'AnonHugePages',
]

/** The regions that a tool shows, in canonical JSON: of all that it knows, what it was asked to print. */
export function shownRegions(table: RegionTable, dialect: string, asked: RowsAsked): readonly CanonicalRegion[] {
  const { words } = asked
  const shown = [...table].filter((region) => region.file !== undefined || isShown(region, dialect, asked))
  return shown.map((region) => {
    if (region.file !== undefined) return canonicalRegion(listed(region, dialect, words))
    if (dialect === 'X') return canonicalRegion(withoutUnimportant(region))
    return canonicalRegion(/^(?:busy|toy)box.*-x$/.test(dialect) ? withZeroes(region) : region)
  })
}

/** With 0 for what smaps of an old kernel does not say. */
function withZeroes({ counters, ...region }: Region): Region {
  return { ...region, counters: { ...ZEROES, ...counters } }
}

function withoutUnimportant({ counters = {}, ...region }: Region): Region {
  const shown = Object.entries(counters).filter(([name]) => !UNIMPORTANT.includes(name))
  return { ...region, counters: Object.fromEntries(shown) }
}

/** A file as far as lsof lists it: the letters that were asked for, or the table's columns. */
function listed({ file = {}, ...region }: Region, dialect: string, words: readonly string[]): Region {
  const isTable = dialect === 'table'
  const letters = isTable ? `fltDsirn${words.includes('+L') ? 'k' : ''}` : lettersOf(words)
  const special = file.rdev !== undefined && isTable
  const entries = Object.entries(PARTS).filter(([letter]) => letters.includes(letter))
  const parts = entries.map(([, part]) => [part, file[part]]).filter(([, value]) => value !== undefined)
  // JSON has no notes.
  const note = file.note === undefined || dialect.startsWith('json') ? {} : { note: file.note }
  const { device, inode, ...rest } = region
  return {
    ...rest,
    // The table shows what a special file stands for in the place of its device.
    ...(device === undefined || special || !letters.includes('D') ? {} : { device }),
    ...(inode === undefined || !letters.includes('i') ? {} : { inode }),
    file: { ...Object.fromEntries(parts), ...note },
  }
}

function lettersOf(words: readonly string[]): string {
  const asked = words.find((word) => word.startsWith('-F'))?.replace(/^-F0?/, '') ?? ''
  return asked === '' ? USUAL : asked
}
