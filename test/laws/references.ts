import type { Region } from '../../src/model/region.js'
import { readCells } from '../reference/cell-pmap.js'
import { readFields, readFields0, readJson, readJsonLines, readTable } from '../reference/lsof.js'
import { referenceMaps } from '../reference/maps.js'
import { type PmapMode, readPmap } from '../reference/pmap.js'
import { referenceSmaps } from '../reference/smaps.js'

const readLsof: Readonly<Record<string, typeof readTable>> = {
  table: readTable,
  fields: readFields,
  fields0: readFields0,
  json: readJson,
  jsonl: readJsonLines,
}

/** The plain reader of each adapter: the regions of a text that is as its tool prints it, process after process. */
export const references: Readonly<Record<string, (text: Buffer, dialect: string) => readonly Region[]>> = {
  maps: referenceMaps,
  smaps: referenceSmaps,
  lsof: (text, dialect) => readLsof[dialect]!(text).flatMap(({ regions }) => regions),
  pmap: (text, dialect) =>
    readCells(text, dialect) ?? readPmap(text, dialect as PmapMode).flatMap(({ regions }) => regions),
}
