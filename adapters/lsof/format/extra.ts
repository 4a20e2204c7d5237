import type { RegionTable } from '../../../src/model/table.js'

/** A value of a row that the model has no field for; the `nth` one of that name, from 0. */
export function extraOf(table: RegionTable, row: number, name: string, nth = 0): Uint8Array | undefined {
  const { extras, names } = table.columns
  let before = nth
  for (const [key, value] of extras?.get(row) ?? []) {
    if (names.text(key) !== name) continue
    if (before === 0) return names.bytes(value)
    before -= 1
  }
  return undefined
}

/** Such a value as text. */
export function extraText({ columns }: RegionTable, row: number, name: string): string | undefined {
  const { extras, names } = columns
  const pair = extras?.get(row)?.find(([key]) => names.text(key) === name)
  return pair && names.text(pair[1])
}
