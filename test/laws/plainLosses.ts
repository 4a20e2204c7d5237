import type { View } from '../../src/adapter.js'
import { FIELD_NAMES } from '../../src/model/fields.js'
import type { Converted } from '../../src/ops/convert.js'
import type { Loss } from '../../src/ops/loss.js'

type Finding = Pick<Loss, 'code' | 'field' | 'count'>

/** A value as text that is the same for equal ones. */
function shown(value: unknown): string {
  return JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? `${one}n` : one))
}

/** What a row says, part by part: `perms`, `counters.Rss`, `file.size`. */
function said({ table, says }: View, row: number): Map<string, string> {
  const region = { ...table.at(row), pathname: table.pathnameBytes(row) && [...table.pathnameBytes(row)!] }
  const parts = new Map<string, string>()
  for (const field of FIELD_NAMES) {
    const value = region[field]
    const open = field === 'counters' || field === 'file' || field === 'extra'
    if (value === undefined || (!open && !says.has(field))) continue
    if (!open) parts.set(field, shown(value))
    else for (const [name, one] of Object.entries(value)) parts.set(`${field}.${name}`, shown(one))
  }
  return parts
}

/** Plain and slow: what the views say and the text that was read back does not, found region by region. */
export function plainLosses(converted: readonly Converted[], back: readonly View[]): readonly Finding[] {
  const counts = new Map<string, number>()
  const count = (code: string, field: string): void => {
    const key = `${code} ${field}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const compare = (ours: ReadonlyMap<string, string>, theirs: ReadonlyMap<string, string>): void => {
    const found = new Set<string>()
    for (const [part, value] of ours) {
      if (theirs.get(part) === value) continue
      found.add(`${theirs.has(part) ? 'lost-precision' : 'lost-field'} ${part.split('.')[0]}`)
    }
    for (const key of found) count(...(key.split(' ') as [string, string]))
  }
  const rows = back.flatMap((view) => [...view].map((_, row) => ({ view, row })))
  let at = 0
  for (const [index, { source, view, from }] of converted.entries()) {
    const first = view.table.length > 0 ? rows[at]?.view : back.length === converted.length ? back[index] : undefined
    for (let row = 0; row < view.table.length; row++) {
      const other = rows[at++]
      const ours = said(source, from?.[row] ?? row)
      const theirs = other ? said(other.view, other.row) : new Map<string, string>()
      compare(ours, theirs)
      const given = source.table.at(from?.[row] ?? row)
      for (const field of FIELD_NAMES) {
        if (theirs.has(field) && field !== 'extra' && given[field] === undefined) count('lost-precision', field)
      }
    }
    for (let row = 0; row < source.table.length; row++) if (from && !from.includes(row)) count('lost-field', 'regions')
    const facts = (one: View | undefined): Map<string, string> =>
      new Map(Object.entries(one?.process ?? {}).map(([name, value]) => [`process.${name}`, shown(value)]))
    compare(facts(source), facts(first))
    const totals = [...(first?.totals ?? [])]
    for (const { name, value } of source.totals) {
      const same = totals.findIndex((one) => one.name === name)
      const [other] = same < 0 ? [] : totals.splice(same, 1)
      if (other?.value !== value) count(other === undefined ? 'lost-field' : 'lost-precision', 'totals')
    }
  }
  return [...counts].map(([key, number]) => {
    const [code, field] = key.split(' ') as [Loss['code'], Loss['field']]
    return { code, field, count: number }
  })
}
