/** A mapping to be written in the words of several tools. */
export interface Row {
  readonly start: number
  readonly end: number
  readonly perms: string
  readonly inode: number
  readonly name: string
}

const BASE = 0x550000000000
const PAGE = 0x1000

/** A number of as many digits as any other, so that a longer list has no longer names. */
function digits(value: number): string {
  return String(value).padStart(6, '0')
}

function row(at: number, more: Partial<Row>): Row {
  const start = BASE + at * 4 * PAGE
  return { start, end: start + 2 * PAGE, perms: 'r--p', inode: 0, name: '', ...more }
}

function made(of: (at: number) => Partial<Row>): (n: number) => readonly Row[] {
  return (n) => Array.from({ length: n }, (_, at) => row(at, of(at)))
}

const distinct = made((at) => ({ inode: 100_000 + at, name: `/srv/data/${digits(at)}.db` }))

/** Moves every row to another place, the same one in each run. */
function shuffled(rows: readonly Row[]): readonly Row[] {
  const out = [...rows]
  let state = 1
  for (let at = out.length - 1; at > 0; at--) {
    state = (state * 48271) % 2147483647
    const other = state % (at + 1)
    const [one, two] = [out[at] as Row, out[other] as Row]
    out[at] = two
    out[other] = one
  }
  return out
}

/** Lists of mappings, ordinary ones and such as make a search for a name, an address or a file take its longest. */
export const ROWS: Readonly<Record<string, (n: number) => readonly Row[]>> = {
  distinct,
  libraries: made((at) =>
    at % 6 === 5 ? {} : { inode: 100_000 + Math.floor(at / 6), name: `/usr/lib/lib${digits(Math.floor(at / 6))}.so` },
  ),
  'one file': made(() => ({ inode: 77, name: '/srv/data/one.db' })),
  'one name': made((at) => ({ inode: 100_000 + at, name: '/srv/data/one.db (deleted)' })),
  'one inode': made((at) => ({ inode: 77, name: `/srv/data/${digits(at)}.db` })),
  'no inode': made((at) => ({ name: `[anon:arena ${digits(at)}]` })),
  anonymous: made(() => ({ perms: 'rw-p' })),
  'made-up names': made((at) => ({ inode: 100_000 + at, name: `/  [ heap ${digits(at)} ]` })),
  reversed: (n) => [...distinct(n)].reverse(),
  shuffled: (n) => shuffled(distinct(n)),
  overlapping: (n) => distinct(n).map((one) => ({ ...one, end: one.start + 64 * PAGE })),
  'one address': (n) => distinct(n).map((one) => ({ ...one, start: BASE, end: BASE + PAGE })),
}
