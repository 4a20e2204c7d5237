import { withoutDeletedMark } from '../model/pathname.js'
import type { RegionTable } from '../model/table.js'
import { MemmapsError } from '../report/errors.js'

/** Which regions are wanted; what is absent does not matter. */
export interface FilterOptions {
  /** Letters that perms must all have: `w`, `wx`, `s`. */
  readonly perms?: string
  /** A glob that the pathname, or its last part, must match. */
  readonly path?: string
  /** An address that the region must hold, in hex. */
  readonly address?: string
}

type Test = (table: RegionTable, row: number) => boolean

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** The rows that pass, in the table's order. */
export async function filterRows(table: RegionTable, options: FilterOptions): Promise<number[]> {
  const tests = [permsTest(options.perms), await pathTest(options.path), addressTest(options.address)].filter(
    (test) => test !== undefined,
  )
  const rows: number[] = []
  for (let row = 0; row < table.length; row++) if (tests.every((test) => test(table, row))) rows.push(row)
  return rows
}

function permsTest(letters: string | undefined): Test | undefined {
  if (letters === undefined) return undefined
  if (!/^[rwxspS]+$/.test(letters)) {
    throw new MemmapsError(
      'usage',
      `--perms ${letters} has letters that perms never have`,
      'use some of r, w, x, s and p',
    )
  }
  return (table, row) => {
    const perms = table.perms(row)
    return perms !== undefined && [...letters].every((letter) => perms.includes(letter))
  }
}

async function pathTest(glob: string | undefined): Promise<Test | undefined> {
  if (glob === undefined) return undefined
  // Loaded only for a glob: start-up is part of speed.
  const { default: picomatch } = await import('picomatch')
  const matches = picomatch(glob, { dot: true, basename: !glob.includes('/') })
  const known = new Map<number, boolean>()
  return (table, row) => {
    const bytes = table.pathnameBytes(row)
    if (bytes === undefined) return false
    const id = table.columns.nameIds[row] as number
    let match = known.get(id)
    if (match === undefined) {
      const name = decoder.decode(bytes)
      // Brackets are a set of letters to a glob, and part of a name to people.
      match = name === glob || (name !== '' && (matches(name) || matches(decoder.decode(withoutDeletedMark(bytes)))))
      known.set(id, match)
    }
    return match
  }
}

function addressTest(text: string | undefined): Test | undefined {
  if (text === undefined) return undefined
  const digits = /^(?:0x)?([0-9a-f]{1,16})$/i.exec(text)?.[1]
  if (digits === undefined) {
    throw new MemmapsError('usage', `--address ${text} is not a hexadecimal address`, 'write it like 7f31c8a00000')
  }
  const address = BigInt(`0x${digits}`)
  return (table, row) => {
    const start = table.start(row)
    const end = table.end(row)
    return start !== undefined && end !== undefined && start <= address && address < end
  }
}
