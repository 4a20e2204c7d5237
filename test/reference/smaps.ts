import type { Region } from '../../src/model/region.js'
import { linesOf, referenceMapsLine } from './maps.js'

const FIELD = /^(?:VmFlags:((?: \S\S)*) ?|([A-Za-z_]+):[ \t]+(\d+)( kB)?)$/

/** The regions of a text of smaps, read slowly and plainly; throws on anything that no kernel prints. */
export function referenceSmaps(text: Uint8Array, dialect = '64bit'): Region[] {
  const spelling = dialect === 'rollup-32bit' ? '32bit' : dialect
  const regions: Region[] = []
  for (const line of linesOf(text)) {
    const field = FIELD.exec(line)
    const region = regions.at(-1)
    if (field === null) regions.push({ ...referenceMapsLine(line, spelling) })
    else if (region === undefined) throw new Error(`no region is open: ${line}`)
    else if (field[1] !== undefined) Object.assign(region, { vmFlags: field[1].split(' ').filter(Boolean) })
    else
      Object.assign(region, { counters: { ...region.counters, [field[2]!]: Number(field[3]) * (field[4] ? 1024 : 1) } })
  }
  return regions
}
