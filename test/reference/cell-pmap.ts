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
  opensuse: [
    new RegExp(`^${START} +(?<kb>\\d+)(?<numbers>(?: +\\d+){4}) (?<perms>[r-][w-][x-][sp])- (?<name>.*)$`, 's'),
    SUSE,
  ],
  suse: [new RegExp(`^${START} +(?<kb>\\d+)K(?<numbers>(?: +\\d+K){4}) ${PERMS} (?<name>.*)$`, 's'), SUSE],
  'suse-d': [
    new RegExp(
      `^${START} +(?<kb>\\d+)K(?<numbers>(?: +\\d+K){4}) ${PERMS} (?<offset>[0-9a-f]{16}) (?<device>[0-9a-f]+:[0-9a-f]+)  ?(?<name>.*)$`,
      's',
    ),
    SUSE,
  ],
}

/** Reads rows of busybox, toybox, SUSE and openSUSE (whose numbers only titles name) plainly; undefined for another dialect. A row that begins within a page is no mapping. */
export function readCells(bytes: Uint8Array, dialect: string): readonly Region[] | undefined {
  const shape = ROWS[dialect.replace('-1.30', '')]
  if (shape === undefined) return undefined
  const [row, names] = shape
  const regions: Region[] = []
  let titled = dialect !== 'opensuse'
  for (const line of Buffer.from(bytes).toString('latin1').split('\n')) {
    const groups = row.exec(line)?.groups as Record<string, string> | undefined
    titled ||= /^Address .* Mapping$/.test(line)
    if (groups === undefined) continue
    const start = BigInt(`0x${groups.start}`)
    const numbers = groups.numbers?.trim().split(/K? +/) ?? []
    const counters = names.map((name, place) => [name, Number.parseInt(numbers[place] as string, 10) * 1024])
    if (start % 4096n !== 0n) continue
    regions.push({
      start,
      end: start + BigInt(groups.kb as string) * 1024n,
      perms: (groups.perms as string).replace(/-$/, 'p'),
      ...placed(groups),
      pathname: Buffer.from(groups.name as string, 'latin1').toString('utf8'),
      ...(names.length === 0 ? {} : titled ? { counters: Object.fromEntries(counters) } : { extra: unnamed(numbers) }),
    })
  }
  return regions
}

/** Numbers below no titles, by their columns; the address and the size come before them. */
function unnamed(numbers: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(numbers.map((number, place) => [`column ${place + 3}`, number]))
}

/** Offset and device, where a row has them. */
function placed({ offset, device }: Record<string, string>): Pick<Region, 'offset' | 'device'> {
  if (offset === undefined || device === undefined) return {}
  const [major, minor] = device.split(':').map((number) => Number.parseInt(number, 16)) as [number, number]
  return { offset: BigInt(`0x${offset}`), device: { major, minor } }
}
