import type { View } from '../../../src/adapter.js'
import { latin1 } from '../../../src/model/pathname.js'
import type { RegionTable } from '../../../src/model/table.js'

/** How maps names a mapped socket. */
const SOCKET = /^socket:\[(\d+)\]$/

/** What lsof calls a socket that it can describe: its number stands where other files have their device. */
const DESCRIBED: ReadonlySet<string | undefined> = new Set(['pack', 'IPv4', 'IPv6'])

/**
 * Mapped sockets of a process in another mount namespace: there lsof (from 4.96 on) follows `/proc/PID/map_files`, and says
 * what the socket is instead of its name.
 */
export class MappedSockets {
  /** The numbers of those that are projected. */
  readonly #projected: ReadonlySet<string>
  /** The numbers of those that are listed with a description. */
  readonly #described: ReadonlySet<string>

  constructor(
    readonly table: RegionTable,
    readonly as: View,
  ) {
    this.#projected = new Set(Array.from(table, (_, row) => this.#number(row) ?? ''))
    this.#described = new Set(Array.from(as.table, (_, row) => numberOfDescribed(as.table, row) ?? ''))
  }

  /** True when a row lists the projected socket, of which it could only say what it is not. */
  isNamed(row: number, actualRow: number): boolean {
    return this.#number(row) !== undefined && this.as.table.file(actualRow)?.type === 'sock'
  }

  /** True for a projected row that is a socket, and listed with a description. */
  isDescribed(row: number): boolean {
    const number = this.#number(row)
    if (number === undefined) return false
    return this.#described.has(number) || !this.as.says.has('inode')
  }

  /** True for a listed row that describes a projected socket. */
  describes(actual: View, row: number): boolean {
    const type = actual.table.file(row)?.type
    if (actual.says.has('inode')) return this.#projected.has(numberOfDescribed(actual.table, row) ?? '?')
    return (type === 'sock' || DESCRIBED.has(type)) && [...this.#projected].some((number) => number !== '')
  }

  #number(row: number): string | undefined {
    return SOCKET.exec(latin1(this.table.pathnameBytes(row) ?? new Uint8Array(0)))?.[1]
  }
}

function numberOfDescribed(table: RegionTable, row: number): string | undefined {
  return DESCRIBED.has(table.file(row)?.type) ? table.extra(row)?.d : undefined
}
