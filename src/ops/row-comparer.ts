import type { View } from '../adapter.js'
import type { CounterColumn } from '../model/counters.js'
import { sameDevice } from '../model/device.js'
import {
  END,
  type FieldName,
  HAS_DEVICE,
  HAS_PATHNAME,
  HAS_PERMS,
  HAS_VM_FLAGS,
  INODE,
  OFFSET,
  START,
  type U64Field,
} from '../model/fields.js'
import { sameBytes } from '../model/pathname.js'
import type { RegionTable } from '../model/table.js'
import { countParts } from './loss-around.js'
import type { LossTally } from './loss-tally.js'

const U64_FIELDS: readonly (readonly [U64Field, FieldName])[] = [
  [START, 'start'],
  [END, 'end'],
  [OFFSET, 'offset'],
  [INODE, 'inode'],
]

const BITS: readonly (readonly [bit: number, field: FieldName])[] = [
  ...U64_FIELDS.map(([field, name]) => [1 << field, name] as const),
  [HAS_PERMS, 'perms'],
  [HAS_DEVICE, 'device'],
  [HAS_PATHNAME, 'pathname'],
  [HAS_VM_FLAGS, 'vmFlags'],
]

interface CounterPair {
  readonly source: CounterColumn
  readonly back: CounterColumn | undefined
  lost: boolean
  changed: boolean
}

function bitsOf({ says }: View): number {
  return BITS.reduce((bits, [bit, field]) => (says.has(field) ? bits | bit : bits), 0)
}

/** Holds regions against what was read back of them, and counts what is missing or other. */
export class RowComparer {
  readonly source: RegionTable
  readonly back: RegionTable
  /** The bits of what each view says: a row may hold more, which means nothing there. */
  readonly #said: number
  readonly #backSaid: number
  /** By the number of one of our names: one more than that of the same name there. */
  readonly #same: Uint32Array
  readonly #counters: readonly CounterPair[]

  constructor(
    source: View,
    back: View,
    readonly tally: LossTally,
  ) {
    this.source = source.table
    this.back = back.table
    this.#said = bitsOf(source)
    this.#backSaid = bitsOf(back)
    this.#same = new Uint32Array(this.source.columns.names.count)
    this.#counters = [...this.source.columns.counters.values()].map((column) => ({
      source: column,
      back: this.back.columns.counters.get(column.name),
      lost: false,
      changed: false,
    }))
  }

  /** Compares a row with the one that was read back. */
  compare(row: number, backRow: number): void {
    const { source, back } = this
    const present = source.columns.present[row] as number
    const has = present & this.#said
    const hasBack = (back.columns.present[backRow] as number) & this.#backSaid
    const both = has & hasBack
    if (both !== hasBack) this.#invented(hasBack & ~present)
    for (let at = 0; at < U64_FIELDS.length; at++) {
      const [field, name] = U64_FIELDS[at] as (typeof U64_FIELDS)[number]
      if ((has & (1 << field)) === 0) continue
      const same =
        source.low(row, field) === back.low(backRow, field) && source.high(row, field) === back.high(backRow, field)
      this.#field(name, both & (1 << field), same)
    }
    const ours = source.columns
    const theirs = back.columns
    if (has & HAS_PERMS) {
      this.#field('perms', both & HAS_PERMS, ours.permsCodes[row] === theirs.permsCodes[backRow])
    }
    if (has & HAS_DEVICE) this.#field('device', both & HAS_DEVICE, this.#sameDevice(row, backRow))
    if (has & HAS_PATHNAME) {
      const same = this.#sameName(ours.nameIds[row] as number, theirs.nameIds[backRow] as number)
      this.#field('pathname', both & HAS_PATHNAME, same)
    }
    if (has & HAS_VM_FLAGS) {
      const same = this.#sameName(ours.flagIds?.[row] ?? 0, theirs.flagIds?.[backRow] ?? 0)
      this.#field('vmFlags', both & HAS_VM_FLAGS, same)
    }
    if (this.#counters.length > 0) this.#compareCounters(row, backRow)
    const file = source.file(row)
    if (file !== undefined) countParts('file', file, back.file(backRow) ?? {}, this.tally)
    if (ours.extras?.has(row)) this.#compareExtras(row, backRow)
  }

  /** Names the counters that are lost somewhere. */
  finish(): void {
    for (const { source, lost, changed } of this.#counters) {
      if (lost) this.tally.part('lost-field', 'counters', source.name)
      if (changed) this.tally.part('lost-precision', 'counters', source.name)
    }
  }

  #field(field: FieldName, both: number, same: boolean): void {
    if (both === 0) this.tally.add('lost-field', field)
    else if (!same) this.tally.add('lost-precision', field)
  }

  /** What nobody said and the text says all the same: that it was not known is lost. */
  #invented(bits: number): void {
    for (const [bit, field] of BITS) if (bits & bit) this.tally.unknown(field)
  }

  #sameDevice(row: number, backRow: number): boolean {
    const ours = this.source.device(row)
    const theirs = this.back.device(backRow)
    return ours !== undefined && theirs !== undefined && sameDevice(ours, theirs)
  }

  #sameName(id: number, backId: number): boolean {
    if (this.#same[id] === backId + 1) return true
    if (!sameBytes(this.source.columns.names.bytes(id), this.back.columns.names.bytes(backId))) return false
    this.#same[id] = backId + 1
    return true
  }

  #compareCounters(row: number, backRow: number): void {
    let lost = false
    let changed = false
    for (const pair of this.#counters) {
      const value = pair.source.printed(row)
      if (value === undefined) continue
      const other = pair.back?.printed(backRow)
      if (other === undefined) lost = pair.lost = true
      else if (other !== value) changed = pair.changed = true
    }
    if (lost) this.tally.add('lost-field', 'counters')
    if (changed) this.tally.add('lost-precision', 'counters')
  }

  #compareExtras(row: number, backRow: number): void {
    const ours = this.source.columns
    const theirs = this.back.columns
    const left = [...(theirs.extras?.get(backRow) ?? [])]
    const codes = new Set<'lost-field' | 'lost-precision'>()
    for (const [name, value] of ours.extras?.get(row) ?? []) {
      const sameName = ([other]: readonly [number, number]): boolean => this.#sameName(name, other)
      const exact = left.findIndex((pair) => sameName(pair) && this.#sameName(value, pair[1]))
      const at = exact < 0 ? left.findIndex(sameName) : exact
      if (at >= 0) left.splice(at, 1)
      if (exact >= 0) continue
      const code = at < 0 ? 'lost-field' : 'lost-precision'
      codes.add(code)
      this.tally.part(code, 'extra', ours.names.text(name))
    }
    for (const code of codes) this.tally.add(code, 'extra')
  }
}
