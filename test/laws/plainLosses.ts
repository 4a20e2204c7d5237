import type { View } from '../../src/adapter.js'
import { FIELD_NAMES, type FieldName } from '../../src/model/fields.js'
import type { Region } from '../../src/model/region.js'
import type { Converted } from '../../src/ops/convert.js'
import type { Loss } from '../../src/ops/loss.js'

type Finding = Pick<Loss, 'code' | 'field' | 'count'>

/** Fields that are records, whose parts are lost one by one. */
const RECORDS: ReadonlySet<FieldName> = new Set(['counters', 'file', 'extra'])

/** True for equal values, of objects for those of equal parts. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => same(a[name as never], b[name as never]))
}

/** What of a record the other one says no more, or otherwise. */
function differences(ours: object, theirs: object | undefined): ReadonlySet<Finding['code']> {
  const found = new Set<Finding['code']>()
  for (const [part, value] of Object.entries(ours)) {
    const isSaid = theirs !== undefined && Object.hasOwn(theirs, part)
    if (!isSaid) found.add('lost-field')
    else if (!same(value, theirs[part as never])) found.add('lost-precision')
  }
  return found
}

/** What the view means to say of a region in a field. */
function said(region: Region | undefined, field: FieldName, { says }: View): unknown {
  return RECORDS.has(field) || says.has(field) ? region?.[field] : undefined
}

/** Plain and slow: what the views say and the text that was read back does not, found region by region. */
export function plainLosses(converted: readonly Converted[], back: readonly View[]): readonly Finding[] {
  const counts = new Map<string, number>()
  const count = (code: Finding['code'], field: Finding['field']): void => {
    const key = `${code} ${field}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const compare = (source: View, ours: Region, view: View, theirs: Region | undefined): void => {
    for (const field of FIELD_NAMES) {
      const value = said(ours, field, source)
      const other = said(theirs, field, view)
      if (RECORDS.has(field)) {
        for (const code of differences(value ?? {}, other as object)) count(code, field)
      } else if (other === undefined) {
        if (value !== undefined) count('lost-field', field)
      } else if (value === undefined) {
        if (ours[field] === undefined) count('lost-precision', field)
      } else if (!same(value, other) || (field === 'pathname' && !same(ours.pathnameBytes, theirs?.pathnameBytes))) {
        count('lost-precision', field)
      }
    }
  }
  const rows = back.flatMap((view) => Array.from({ length: view.table.length }, (_, row) => ({ view, row })))
  let at = 0
  for (const [index, { source, view, from }] of converted.entries()) {
    const first = view.table.length > 0 ? rows[at]?.view : back.length === converted.length ? back[index] : undefined
    for (let row = 0; row < view.table.length; row++) {
      const other = rows[at++]
      compare(source, source.table.at(from?.[row] ?? row), other?.view ?? view, other?.view.table.at(other.row))
    }
    const shown = new Set(from)
    for (let row = 0; row < source.table.length; row++) if (from && !shown.has(row)) count('lost-field', 'regions')
    for (const code of differences(source.process ?? {}, first?.process)) count(code, 'process')
    const totals = [...(first?.totals ?? [])]
    for (const { name, value } of source.totals) {
      const equal = totals.findIndex((one) => one.name === name)
      const [other] = equal < 0 ? [] : totals.splice(equal, 1)
      if (other?.value !== value) count(other === undefined ? 'lost-field' : 'lost-precision', 'totals')
    }
  }
  return [...counts].map(([key, number]) => {
    const [code, field] = key.split(' ') as [Loss['code'], Loss['field']]
    return { code, field, count: number }
  })
}
