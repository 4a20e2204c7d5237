import type { Process } from '../../arbitraries/processes.js'
import type { ToolRun } from '../../arbitraries/tool-runs.js'
import type { FileFacts, Region } from '../model/region.js'
import type { RegionTable } from '../model/table.js'
import { type CanonicalRegion, canonicalRegion } from './canonical-region.js'
import type { ToolView } from './tool-texts.js'

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

/** The files of a process as lsof lists them: of all that it knows, what it was asked to print; with -K again for each thread. */
export function lsofViews(
  table: RegionTable,
  dialect: string,
  { words }: ToolRun,
  process: Process,
): readonly ToolView[] {
  const regions = [...table].map((region) => canonicalRegion(listed(region, dialect, words)))
  const view = { process: { pid: process.pid }, regions }
  if (!words.includes('-K')) return [view]
  const threads = process.threads.map(({ tid, comm }) => {
    // The table escapes a blank.
    const extra = { TID: String(tid), TASKCMD: dialect === 'table' ? comm.replaceAll(' ', '\\x20') : comm }
    return { ...view, regions: regions.map((region): CanonicalRegion => ({ ...region, extra })) }
  })
  return threads.length === 0 ? [] : [view, ...threads]
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
