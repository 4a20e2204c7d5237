import type { Adapter, Facts, View } from '../adapter.js'
import type { FieldName } from '../model/fields.js'
import type { Region } from '../model/region.js'
import { parse } from './parse.js'
import { projectView } from './project.js'

/** A view as another adapter can say it. */
export interface Converted {
  readonly view: View
  /** The fields that regions had and the target cannot say, and in how many regions. */
  readonly lost: ReadonlyMap<FieldName, number>
  /** The rules of the target's tool by which the views differ, and how often. */
  readonly reasons: ReadonlyMap<string, number>
  /** What could not be known, as sentences for people. */
  readonly unknown: readonly string[]
}

/** Brings a view into the form in which an adapter can write it. */
export function convert(
  adapters: readonly Adapter[],
  view: View,
  target: Adapter,
  dialect: string | undefined,
  facts: Facts = {},
): Converted {
  if (view.adapter === target.name) return { view, lost: new Map(), reasons: new Map(), unknown: [] }
  const [as] = parse(target, new Uint8Array(0), dialect === undefined ? {} : { dialect })
  const lost = lostFields(view, target, dialect)
  if (as === undefined || target.project === undefined) return { view, lost, reasons: new Map(), unknown: [] }
  const { projection } = projectView(adapters, view, as, facts)
  const reasons = new Map<string, number>()
  for (const { code } of projection.reasons) reasons.set(code, (reasons.get(code) ?? 0) + 1)
  const { adapter, dialect: own, says } = as
  return {
    view: { ...view, adapter, dialect: own, says, table: projection.table },
    lost,
    reasons,
    unknown: projection.unknown ?? [],
  }
}

function lostFields(view: View, target: Adapter, dialect: string | undefined): ReadonlyMap<FieldName, number> {
  const says = target.dialects[dialect ?? (Object.keys(target.dialects)[0] as string)]?.says ?? []
  const unsaid = [...view.says].filter((field) => !says.includes(field))
  const lost = new Map<FieldName, number>()
  if (unsaid.length === 0) return lost
  for (const region of view.table) {
    for (const field of unsaid) if (holds(region, field)) lost.set(field, (lost.get(field) ?? 0) + 1)
  }
  return lost
}

function holds(region: Region, field: FieldName): boolean {
  return region[field] !== undefined
}
