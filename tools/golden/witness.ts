import { isDeepStrictEqual } from 'node:util'
import type { CapturedText } from '../../src/capture/types.js'
import type { GoldenReading } from '../../src/golden/types.js'
import type { Region } from '../../src/model/region.js'
import { readCells } from '../../test/reference/cell-pmap.js'
import { readFields, readFields0, readJson, readJsonLines, readTable } from '../../test/reference/lsof.js'
import { referenceMaps } from '../../test/reference/maps.js'
import { type PmapMode, readPmap } from '../../test/reference/pmap.js'
import { referenceSmaps } from '../../test/reference/smaps.js'

const LSOF: Readonly<Record<string, typeof readTable>> = {
  table: readTable,
  fields: readFields,
  fields0: readFields0,
  json: readJson,
  jsonl: readJsonLines,
}

/** The plain reader of each adapter: slow, short, and without a line in common with the one that it is held against. */
const READERS: Readonly<Record<string, (text: Buffer, dialect: string) => readonly Region[] | undefined>> = {
  maps: referenceMaps,
  smaps: referenceSmaps,
  lsof: (text, dialect) => LSOF[dialect]?.(text).flatMap(({ regions }) => regions),
  pmap: (text, dialect) =>
    readCells(text, dialect) ?? readPmap(text, dialect as PmapMode).flatMap(({ regions }) => regions),
}

/**
 * Throws where a plain reader reads a text otherwise. It says where regions are and what is in them; of what stands around them,
 * and of the bytes of pmap's names that are not UTF-8, nobody but the parser speaks.
 */
export function refuseUnlessPlain({ adapter, file, bytes }: CapturedText, { views }: GoldenReading): void {
  const plain = plainOf(adapter, file, Buffer.from(bytes), views[0]?.dialect ?? '')?.map(plainJson)
  if (plain === undefined) return
  const read = views.flatMap(({ regions }) => regions)
  for (let row = 0; row < Math.max(plain.length, read.length); row++) {
    const [expected, is] = [plain[row], read[row]]
    if (isDeepStrictEqual(expected, is)) continue
    const { pathnameBase64, ...rest } = is ?? {}
    if (adapter === 'pmap' && pathnameBase64 !== undefined && isDeepStrictEqual(expected, rest)) continue
    throw new Error(`${file}: a plain reader reads ${JSON.stringify(expected)}, the parser ${JSON.stringify(is)}`)
  }
}

function plainOf(adapter: string, file: string, text: Buffer, dialect: string): readonly Region[] | undefined {
  try {
    return READERS[adapter]?.(text, dialect)
  } catch (error) {
    throw new Error(`${file}: a plain reader cannot read it: ${(error as Error).message}`)
  }
}

/** A region in the words of canonical JSON, without a line of the code that writes it. */
function plainJson({ pathnameBytes, counters, file, ...region }: Region): object {
  const { start, end, offset, inode, ...rest } = region
  return defined({
    ...rest,
    start: start?.toString(16),
    end: end?.toString(16),
    offset: offset?.toString(16),
    inode: inode?.toString(),
    pathnameBase64: pathnameBytes && Buffer.from(pathnameBytes).toString('base64'),
    counters: counters && Object.fromEntries(Object.entries(counters).map(([name, bytes]) => [name, `${bytes}`])),
    file: file && defined({ ...file, size: file.size?.toString(), links: file.links?.toString() }),
  })
}

function defined(object: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined))
}
