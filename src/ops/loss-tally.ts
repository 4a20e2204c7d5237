import type { Dialect } from '../adapter.js'
import { FIELD_NAMES, type FieldName } from '../model/fields.js'
import type { Loss, LostField } from './loss.js'

const ORDER: readonly LostField[] = ['regions', ...FIELD_NAMES, 'process', 'totals']

interface Entry {
  readonly code: Loss['code']
  readonly field: LostField
  count: number
  unknown: boolean
  readonly parts: Set<string>
}

const NOT_KNOWN = 'for what is not known reads as if it were'

/** Counts what is lost, once a field. */
export class LossTally {
  readonly #entries: Map<string, Entry> = new Map()

  /** Counts a loss from one region, or from `count` of them. */
  add(code: Loss['code'], field: LostField, count = 1): void {
    if (count > 0) this.#entry(code, field).count += count
  }

  /** Names a part of a field that is lost. */
  part(code: Loss['code'], field: LostField, name: string): void {
    this.#entry(code, field).parts.add(name)
  }

  /** Counts a region of which a field was not known, and reads as if it were. */
  unknown(field: FieldName): void {
    const entry = this.#entry('lost-precision', field)
    entry.count += 1
    entry.unknown = true
  }

  /** All that is lost in a text of this dialect: what is not said before what is said less exactly. */
  losses(dialect: Dialect): readonly Loss[] {
    return [...this.#entries.values()]
      .sort((a, b) => rank(a) - rank(b))
      .map(({ code, field, count, unknown, parts }) => {
        const unsaid = isRegionField(field) && !dialect.says.includes(field)
        const known = code === 'lost-precision' && isRegionField(field) ? dialect.lossy?.[field] : undefined
        const what = known ?? (unknown ? NOT_KNOWN : undefined)
        return { code, field, count, parts: unsaid ? [] : [...parts], ...(what === undefined ? {} : { what }) }
      })
  }

  #entry(code: Loss['code'], field: LostField): Entry {
    const key = `${code} ${field}`
    let entry = this.#entries.get(key)
    if (entry === undefined) {
      entry = { code, field, count: 0, unknown: false, parts: new Set() }
      this.#entries.set(key, entry)
    }
    return entry
  }
}

function rank({ code, field }: Entry): number {
  return ORDER.indexOf(field) + (code === 'lost-field' ? 0 : ORDER.length)
}

function isRegionField(field: LostField): field is FieldName {
  return field !== 'regions' && field !== 'process' && field !== 'totals'
}
