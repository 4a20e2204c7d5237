import fc from 'fast-check'
import { mapsLine } from '../../arbitraries/maps-line.js'
import { addressSpace } from '../../arbitraries/wild/address-space.js'
import { smapsText } from '../../arbitraries/wild/smaps-text.js'

/** A text with something in it that no kernel or tool prints yet. */
export interface Novel {
  readonly text: Uint8Array
  /** What is to be found said of each region; counters as `name=kB`. */
  readonly shows: string
  /** The regions it is said of; all of them when absent. */
  readonly rows?: readonly number[]
}

/** A kind of novelty. */
export interface Novelty {
  readonly what: string
  readonly dialect: string
  readonly text: fc.Arbitrary<Novel>
  /** True where every name is as good as another, so that none is new. */
  readonly unnoted?: true
}

const perms: fc.Arbitrary<Novel> = fc
  .tuple(addressSpace(64), fc.constantFrom('z', 'Q', '-', '+!'))
  .map(([regions, tail]) => {
    const novel = regions.map((region) => ({ ...region, perms: region.perms + tail }))
    return {
      text: Buffer.concat(novel.map((region) => mapsLine(region, 64))),
      shows: `perms=${novel[0]!.perms}`,
      rows: [0],
    }
  })

/** smaps with a line added to every record, behind its `place`-th counter. */
function smapsWith(line: string, shows: string): fc.Arbitrary<Novel> {
  return fc.tuple(smapsText, fc.nat()).map(([{ text, records }, place]) => {
    const behind = place % records[0]!.counters.size
    let counter = 0
    const lines = Buffer.from(text).toString('latin1').split('\n')
    const more = lines.flatMap((one) => {
      if (/^[0-9a-f]{8}/.test(one)) counter = 0
      else if (counter++ === behind) return [one, line]
      return [one]
    })
    return { text: Buffer.from(more.join('\n'), 'latin1'), shows }
  })
}

const flags: fc.Arbitrary<Novel> = smapsText
  .filter(({ records }) => records[0]!.vmFlags !== undefined)
  .map(({ text }) => ({
    text: Buffer.from(
      Buffer.from(text)
        .toString('latin1')
        .replace(/^VmFlags: /gm, 'VmFlags: zz '),
      'latin1',
    ),
    shows: 'zz',
  }))

const HEADING = 'COMMAND   PID USER  FD   TYPE DEVICE SIZE/OFF   NODE NEWCOL NAME'

/** A table with a column between NODE and NAME. */
const column: fc.Arbitrary<Novel> = fc
  .array(fc.constantFrom('/usr/lib/a', '/x y', '/d (deleted)'), { minLength: 1, maxLength: 5 })
  .map((names) => ({
    text: Buffer.from(
      `${HEADING}\n${names.map((name, i) => `sleep   13296 root mem    REG  254,0   353616 ${329_635 + i}      7 ${name}\n`).join('')}`,
    ),
    shows: 'NEWCOL=7',
  }))

/** Fields with a letter that lsof does not have. */
function letter(end: string): fc.Arbitrary<Novel> {
  return fc.nat({ max: 4 }).map((place) => {
    const fields = ['fmem', 'tREG', 'D0xfe00', 'i329635', 'n/usr/lib/a']
    fields.splice(Math.max(1, place), 0, 'ynew')
    const process = ['p1', 'csleep']
    const text =
      end === '\n'
        ? [...process, ...fields].map((field) => `${field}\n`).join('')
        : `${process.join('\0')}\0\n${fields.join('\0')}\0\n`
    return { text: Buffer.from(text), shows: 'y=new' }
  })
}

/** pmap -X of a kernel with a field more. */
const wide: fc.Arbitrary<Novel> = fc.integer({ min: 1, max: 4 }).map((count) => {
  const row = (i: number): string => `    5${i}cd228a000 r--p 00000000  fe:00 260875    8   8        7 sleep\n`
  return {
    text: Buffer.from(
      [
        '13296:   sleep 301\n',
        '         Address Perm   Offset Device  Inode Size Rss NewThing Mapping\n'.slice(4),
        ...Array.from({ length: count }, (_, i) => row(i).slice(4)),
        `${' '.repeat(38)}==== === ======== \n`,
        `${' '.repeat(38)}${String(8 * count).padStart(4)} ${String(8 * count).padStart(3)} ${String(7 * count).padStart(8)} KB \n`,
      ].join(''),
    ),
    shows: 'NewThing=7',
  }
})

/** Canonical JSON of a region with a counter and a kept field of another time. */
const json: fc.Arbitrary<Novel> = fc.nat({ max: 1000 }).map((value) => ({
  text: Buffer.from(
    [
      '{"schema":"memmaps.view/1","adapter":"smaps","dialect":"64bit","says":["start","end","counters","extra"],"source":{},"regions":[',
      `{"start":"1000","end":"2000","counters":{"NewThing":"${value * 1024}"},"extra":{"Other":"a b"}}`,
      '],"diagnostics":[]}',
      '',
    ].join('\n'),
  ),
  shows: `NewThing=${value}`,
}))

/** A heading and a region by the line, with a counter and a kept field of another time. */
const ndjson: fc.Arbitrary<Novel> = fc.nat({ max: 1000 }).map((value) => ({
  text: Buffer.from(
    [
      '{"schema":"memmaps.heading/1","adapter":"smaps","dialect":"64bit","says":["start","counters","extra"],"source":{}}',
      `{"schema":"memmaps.region/1","start":"1000","counters":{"NewThing":"${value * 1024}"},"extra":{"Other":"a b"}}`,
      '',
    ].join('\n'),
  ),
  shows: `NewThing=${value}`,
}))

/** A table with a counter's column, and a kept field, of another time. */
const csv: fc.Arbitrary<Novel> = fc.nat({ max: 1000 }).map((value) => ({
  text: Buffer.from(`view,start,end,extra,NewThing\nsmaps:64bit,0x1000,0x2000,"{""Other"":""a b""}",${value * 1024}\n`),
  shows: `NewThing=${value}`,
}))

/** A status with a sum that no kernel has. */
const sum: fc.Arbitrary<Novel> = fc.nat({ max: 99_999_999 }).map((value) => ({
  text: Buffer.from(`Name:\tx\nState:\tS (sleeping)\nVmSize:\t       4 kB\nVmNew:\t${String(value).padStart(8)} kB\n`),
  shows: `VmNew=${value}`,
}))

/** By adapter, what is new to it. */
export const novelties: Readonly<Record<string, readonly Novelty[]>> = {
  status: [{ what: 'a sum', dialect: 'default', text: sum }],
  maps: [{ what: 'a fifth letter of perms', dialect: '64bit', text: perms }],
  smaps: [
    { what: 'a counter', dialect: '64bit', text: smapsWith('NewThing:             12 kB', 'NewThing=12') },
    { what: 'a counter without a unit', dialect: '64bit', text: smapsWith('NewThing:             12', 'NewThing=12') },
    { what: 'a line of words', dialect: '64bit', text: smapsWith('Label:          [anon:a b]', 'Label=[anon:a b]') },
    { what: 'a flag', dialect: '64bit', text: flags },
  ],
  lsof: [
    { what: 'a column', dialect: 'table', text: column },
    { what: 'a letter', dialect: 'fields', text: letter('\n') },
    { what: 'a letter between NULs', dialect: 'fields0', text: letter('\0') },
  ],
  pmap: [{ what: 'a column of -X', dialect: 'X', text: wide }],
  json: [{ what: 'a counter', dialect: 'view', text: json, unnoted: true }],
  ndjson: [{ what: 'a counter', dialect: 'regions', text: ndjson, unnoted: true }],
  csv: [{ what: 'a column', dialect: 'regions', text: csv, unnoted: true }],
}
