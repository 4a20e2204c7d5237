import type { View } from '../../src/adapter.js'
import { nameInRelease } from '../../src/kernel/pseudo-paths.js'
import { WIDE_INODES_SINCE, XONLY_GATE_SINCE, ZERO_OFFSETS_SINCE } from '../../src/kernel/releases.js'
import { TableBuilder } from '../../src/model/builder.js'
import { copyDevice, copyPerms, copyU64 } from '../../src/model/copy.js'
import { END, HAS_INODE, HAS_OFFSET, HAS_PATHNAME, INODE, OFFSET, START } from '../../src/model/fields.js'
import { permsFromText } from '../../src/model/perms.js'
import type { RegionTable } from '../../src/model/table.js'
import { compareVersions } from '../../src/model/version.js'
import { MemmapsError } from '../../src/report/errors.js'

const encoder = new TextEncoder()

/** The regions as maps of a kernel release says them; throws a MemmapsError for what that prints and nobody said. */
export function mapsAsRelease({ table }: View, dialect: string, release: string): RegionTable {
  const builder = new TableBuilder()
  const line = new LineAsRelease(table, dialect.endsWith('32bit'), release)
  for (let row = 0; row < table.length; row++) {
    builder.openRow(table.line(row))
    line.copy(builder, row)
  }
  return builder.build()
}

/** Copies what a line of maps says in the way of a kernel release. */
export class LineAsRelease {
  readonly #hasAddresses: boolean
  readonly #cutsInodes: boolean
  readonly #hasOpenGate: boolean

  constructor(
    readonly table: RegionTable,
    /** True for a kernel of 32 bits. */
    isNarrow: boolean,
    readonly release: string,
  ) {
    this.#hasAddresses = compareVersions(release, ZERO_OFFSETS_SINCE) < 0
    this.#hasOpenGate = compareVersions(release, XONLY_GATE_SINCE) < 0
    this.#cutsInodes = isNarrow && compareVersions(release, WIDE_INODES_SINCE) < 0
  }

  copy(builder: TableBuilder, row: number): void {
    const { table } = this
    copyU64(builder, table, row, START)
    copyU64(builder, table, row, END)
    if (this.opensGate(row)) builder.perms(permsFromText('r-xp'))
    else copyPerms(builder, table, row)
    copyDevice(builder, table, row)
    this.#offset(builder, row)
    if (table.has(row, HAS_INODE)) {
      builder.u64(INODE, this.#cutsInodes ? 0 : table.high(row, INODE), table.low(row, INODE))
    }
    this.#name(builder, row)
  }

  /** True for a gate page that cannot be read, where the release has only one that can. */
  opensGate(row: number): boolean {
    return this.#hasOpenGate && this.table.pathname(row) === '[vsyscall]' && this.table.perms(row) === '--xp'
  }

  #offset(builder: TableBuilder, row: number): void {
    const { table } = this
    if (!table.has(row, HAS_OFFSET)) return
    const device = table.device(row)
    const isFileless = device?.major === 0 && device.minor === 0 && table.inode(row) === 0n
    if (isFileless && !this.#hasAddresses) {
      builder.u64(OFFSET, 0, 0)
      return
    }
    if (isFileless && table.offset(row) === 0n && table.start(row) !== 0n && table.pathname(row) === '') {
      throw unsaid(this.release, row, 'the offset', 'of memory without a file it is an address, and this text says 0')
    }
    copyU64(builder, table, row, OFFSET)
  }

  #name(builder: TableBuilder, row: number): void {
    const { table, release } = this
    if (!table.has(row, HAS_PATHNAME)) return
    const bytes = table.pathnameBytes(row) as Uint8Array
    const name = table.pathname(row) as string
    const printed = nameInRelease(name, release)
    if (printed === undefined) throw unsaid(release, row, 'the name', `it has no ${name}`)
    const written = printed === name ? bytes : encoder.encode(printed)
    builder.pathname(written, 0, written.length)
  }
}

function unsaid(release: string, row: number, what: string, why: string): MemmapsError {
  return new MemmapsError(
    'unwritable',
    `region ${row + 1} cannot be written as Linux ${release} would: ${what} that it prints is not known, for ${why}`,
    'name a release nearer to the one that printed the text, or none',
  )
}
