import type { Region } from '../model/region.js'

/** A region in the words of the canonical JSON. */
export type CanonicalRegion = Readonly<Record<string, unknown>>

/** A region as the canonical JSON has it: hexadecimal addresses, decimal numbers as strings, names that are not UTF-8 in base64. */
export function canonicalRegion(region: Region): CanonicalRegion {
  const { start, end, offset, inode, counters, pathnameBytes, file, ...rest } = region
  return {
    ...Object.fromEntries(
      Object.entries({ start, end, offset }).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value.toString(16)]],
      ),
    ),
    ...rest,
    ...(inode === undefined ? {} : { inode: String(inode) }),
    ...(pathnameBytes === undefined ? {} : { pathnameBase64: Buffer.from(pathnameBytes).toString('base64') }),
    ...(counters === undefined ? {} : { counters: inDecimal(counters) }),
    ...(file === undefined ? {} : { file: inDecimal(file) }),
  }
}

function inDecimal(values: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'bigint' || typeof value === 'number' ? String(value) : value,
    ]),
  )
}
