import type { RegionTable } from '../model/table.js'
import { MemmapsError } from '../report/errors.js'

/** What is shown of the counters when nobody asks for more. */
const USUAL = ['Rss', 'Pss', 'Dirty', 'Private_Dirty', 'Swap']

/** The counters to show: a list of names in any case, `all`, or the usual ones that the source has. */
export function chooseCounters({ columns }: RegionTable, list: string | undefined): readonly string[] {
  const known = [...columns.counters.keys()]
  if (list === undefined) return USUAL.filter((name) => known.includes(name))
  if (list === 'all') return known
  return list.split(',').map((wanted) => {
    const name = known.find((one) => one.toLowerCase() === wanted.trim().toLowerCase())
    if (name !== undefined) return name
    const next = known.length === 0 ? 'smaps and pmap -x have counters' : `use some of: ${known.join(', ')}`
    throw new MemmapsError('usage', `the source has no counter ${wanted.trim()}`, next)
  })
}
