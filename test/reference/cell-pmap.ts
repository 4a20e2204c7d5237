import type { Region } from '../../src/model/region.js'

const START = '(?<start>[0-9a-f]{8,16})'
const PERMS = '(?<perms>[r-][w-][x-][ps])'
const OWN = ['Pss', 'Private_Dirty', 'Swap']
const SUSE = ['Rss', 'Pss', 'Dirty', 'Swap']

/** A row of each pmap that is not procps', and what its numbers after the size are. */
const ROWS: Readonly<Record<string, readonly [row: RegExp, names: readonly string[]]>> = {
  busybox: [new RegExp(`^${START} +(?<kb>\\d+)K ${PERMS}  (?<name>.*)$`, 's'), []],
  'busybox-x': [new RegExp(`^${START} +(?<kb>\\d+)(?<numbers>(?: +\\d+){3})  ${PERMS}  (?<name>.*)$`, 's'), OWN],
  toybox: [new RegExp(`^${START} +(?<kb>\\d+)K (?<perms>[r-][w-][x-][s-])- (?<name>.*)$`, 's'), []],
  'toybox-x': [
    new RegExp(`^${START} +(?<kb>\\d+)(?<numbers>(?: +\\d+){3}) (?<perms>[r-][w-][x-][s-])- (?<name>.*)$`, 's'),
    OWN,
  ],
  suse: [new RegExp(`^${START} +(?<kb>\\d+)K(?<numbers>(?: +\\d+K){4}) ${PERMS} (?<name>.*)$`, 's'), SUSE],
}

/** Reads rows of busybox, toybox and SUSE plainly; undefined for another dialect. A row that begins within a page is no mapping. */
export function readCells(bytes: Uint8Array, dialect: string): readonly Region[] | undefined {
  const shape = ROWS[dialect.replace('-1.30', '')]
  if (shape === undefined) return undefined
  const [row, names] = shape
  const regions: Region[] = []
  for (const line of Buffer.from(bytes).toString('latin1').split('\n')) {
    const groups = row.exec(line)?.groups as Record<string, string> | undefined
    if (groups === undefined) continue
    const start = BigInt(`0x${groups.start}`)
    const numbers = groups.numbers?.trim().split(/K? +/) ?? []
    const counters = names.map((name, place) => [name, Number.parseInt(numbers[place] as string, 10) * 1024])
    if (start % 4096n !== 0n) continue
    regions.push({
      start,
      end: start + BigInt(groups.kb as string) * 1024n,
      perms: (groups.perms as string).replace(/-$/, 'p'),
      pathname: Buffer.from(groups.name as string, 'latin1').toString('utf8'),
      ...(names.length === 0 ? {} : { counters: Object.fromEntries(counters) }),
    })
  }
  return regions
}
