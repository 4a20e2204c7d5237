import type { Region } from '../../src/model/region.js'

/** The modes of pmap, by the name of their dialect. */
export type PmapMode = 'default' | 'x' | 'd' | 'X' | 'XX' | 'default-3.2' | 'x-3.2' | 'x-3.3.2' | 'X-3.3.4'

/** What pmap printed of one process. */
export interface PmapBlock {
  readonly pid: number
  readonly cmdline: string
  readonly regions: readonly Region[]
}

const HEX = '[0-9a-f]{8,16}'
const MODE = '[r-][w-][x-][s-]-'
const DEFAULT = new RegExp(`^(?<start>${HEX}) +(?<kb>\\d+)K (?<mode>${MODE}) (?<name>.*)$`, 's')
const X = new RegExp(`^(?<start>${HEX}) +(?<kb>\\d+) +(?<Rss>\\d+) +(?<Dirty>\\d+) (?<mode>${MODE}) (?<name>.*)$`, 's')
const D = new RegExp(
  `^(?<start>${HEX}) +(?<kb>\\d+) (?<mode>${MODE}) (?<offset>[0-9a-f]{16}) (?<device>[0-9a-f]{3,}:[0-9a-f]{5,}) (?<name>.*)$`,
  's',
)
/** Before 3.3.7 two blanks stand before the name. */
const OLDER: Readonly<Record<string, RegExp>> = {
  'default-3.2': new RegExp(`^(?<start>${HEX}) +(?<kb>\\d+)K (?<mode>${MODE})  (?<name>.*)$`, 's'),
  'x-3.2': new RegExp(`^(?<start>${HEX}) +(?<kb>\\d+) +- +- +- (?<mode>${MODE})  (?<name>.*)$`, 's'),
  'x-3.3.2': new RegExp(
    `^(?<start>${HEX}) +(?<kb>\\d+) +(?<Rss>\\d+) +(?<Dirty>\\d+) (?<mode>${MODE})  (?<name>.*)$`,
    's',
  ),
}
/** The cells of -X and -XX before the numbers, by their titles. */
const HEAD: Readonly<Record<string, string>> = {
  Address: `^ *(?<start>${HEX})`,
  Perm: ' +(?<perms>[r-][w-][x-][ps])',
  Offset: ' +(?<offset>[0-9a-f]+)',
  Device: ' +(?<device>[0-9a-f]+:[0-9a-f]+)',
  Inode: ' +(?<inode>\\d+)',
}
const WIDE = Object.values(HEAD).join('')
const UNITLESS = ['THPeligible', 'ProtectionKey']

/**
 * Reads pmap's text plainly, one expression a mode: slow, silent about what it cannot read, and easy to believe. A row that
 * begins within a page is no mapping: pmap made it of the rest of a long line; nor is one that begins where the row before does, which
 * -x printed twice.
 */
export function readPmap(bytes: Uint8Array, mode: PmapMode): readonly PmapBlock[] {
  const blocks: { pid: number; cmdline: string; regions: Region[] }[] = []
  let row = OLDER[mode] ?? (mode === 'x' ? X : mode === 'd' ? D : mode === 'default' ? DEFAULT : quiet(mode))
  let names: string[] = []
  for (const line of Buffer.from(bytes).toString('latin1').split('\n')) {
    const process = /^(\d+): {3}(.*)$/.exec(line)
    if (process) {
      blocks.push({ pid: Number(process[1]), cmdline: process[2] as string, regions: [] })
    } else if (mode.startsWith('X') && /^ *Address /.test(line)) {
      const titles = line.replace('VmFlagsMapping', 'VmFlags Mapping').replace(' Flags ', ' Perm ').trim().split(/ +/)
      names = titles.filter((title) => HEAD[title] === undefined && !/^(?:VmFlags|Mapping|Description)$/.test(title))
      row = wide(line, titles, names)
    } else {
      const match = row.exec(line)
      if (match) blocks.at(-1)?.regions.push(region(match.groups as Record<string, string>, names))
    }
  }
  for (const block of blocks) {
    block.regions = block.regions.filter(
      ({ start }, at, all) => (start as bigint) % 4096n === 0n && start !== all[at - 1]?.start,
    )
  }
  return blocks
}

/** A row of -X, -XX or -C below its heading: the flags fill the space between the cell before them and the name's column. */
function wide(heading: string, titles: readonly string[], numbers: readonly string[]): RegExp {
  const head = titles.flatMap((title) => HEAD[title] ?? []).join('')
  const cells = `${head}(?<numbers>(?: +\\d+){${numbers.length}})`
  const hasFlags = titles.includes('VmFlags')
  if (!/^(?:Mapping|Description)$/.test(titles.at(-1) as string)) {
    return new RegExp(`${cells}${hasFlags ? ' *(?<flags>[a-z ]*?)' : ''} *$`)
  }
  const last = titles.at(hasFlags ? -3 : -2) as string
  // Up to 3.3.14 nothing stands between the two titles; two blanks end the flags, of which the second may stand below the title.
  const glued = heading.endsWith('VmFlagsMapping')
  const width = heading.indexOf('Mapping') - heading.indexOf(` ${last} `) - last.length - (glued ? 1 : 2)
  const cell = glued ? `(?:.{${width}}(?<=  )|.{${width + 1}})` : `.{${width}}`
  const gap = heading.endsWith('Description') ? ' +' : glued ? '' : ' '
  return new RegExp(`${cells}${hasFlags ? `(?<flags>${cell})` : ''}${gap}(?<name>.*)$`, 's')
}

/** A row of -X or -XX without a heading. */
function quiet(mode: PmapMode): RegExp {
  // A blank behind the flags, also where there are none, stands in front of the name's.
  const flags = mode === 'XX' ? '(?: +(?<flags>(?:[a-z]{2} )*[a-z]{2}))? {1,2}' : ' '
  return new RegExp(`${WIDE}(?<numbers>(?: +\\d+(?= ))+)${flags}(?<name>.*)$`, 's')
}

function region(groups: Record<string, string>, names: readonly string[]): Region {
  const { start, mode, perms, offset, device, inode, flags } = groups
  const numbers = groups.numbers?.match(/\d+/g) ?? undefined
  const kb = groups.kb ?? (names.length === 0 ? numbers?.[0] : numbers?.[names.indexOf('Size')])
  const [major, minor] = device?.split(':') ?? []
  const counters: Record<string, number> = {}
  if (groups.Rss !== undefined)
    Object.assign(counters, { Rss: +groups.Rss * 1024, Dirty: +(groups.Dirty as string) * 1024 })
  const extra: Record<string, string> = {}
  numbers?.forEach((number, place) => {
    const name = names[place] ?? (place === 0 ? 'Size' : undefined)
    if (name === undefined) extra[`column ${place + 6}`] = number
    else counters[name] = Number(number) * (UNITLESS.includes(name) ? 1 : 1024)
  })
  return {
    start: BigInt(`0x${start}`),
    ...(kb === undefined ? {} : { end: BigInt(`0x${start}`) + BigInt(kb) * 1024n }),
    ...((perms ?? mode) ? { perms: perms ?? permsOf(mode as string) } : {}),
    ...(offset === undefined ? {} : { offset: BigInt(`0x${offset}`) }),
    ...(device === undefined ? {} : { device: { major: Number(`0x${major}`), minor: Number(`0x${minor}`) } }),
    ...(inode === undefined ? {} : { inode: BigInt(inode) }),
    ...(groups.name === undefined ? {} : { pathname: Buffer.from(groups.name, 'latin1').toString('utf8') }),
    ...(Object.keys(counters).length === 0 ? {} : { counters }),
    ...(flags === undefined ? {} : { vmFlags: flags.trim().split(' ') }),
    ...(Object.keys(extra).length === 0 ? {} : { extra }),
  }
}

function permsOf(mode: string): string {
  return mode.slice(0, 3) + (mode[3] === 's' ? 's' : 'p')
}
