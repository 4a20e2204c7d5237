import type { Devices } from './devices.js'
import { HAS_DEVICE, HAS_MAPPING, HAS_PATHNAME } from './fields.js'
import { ANONYMOUS, type MappingRows, NAMED } from './mapping-rows.js'
import type { Names } from './names.js'

/** Numbers of devices: a byte each, for there are few, until there are more. */
export type DeviceIds = Uint8Array | Uint32Array

const FIRST_ROWS = 16

/** Bytes of a row: four 64-bit values, the number of its name, its HAS_… bits, and a byte each for perms and device. */
const ROW_BYTES = 40

/** The number of rows from which on room is made for those that are expected, instead of for twice as many. */
const SEEN_ENOUGH = 1 << 14

const MOST_OF_A_BYTE = 0xff

/** What is set for a row of maps. */
const ALL_OF_MAPS: number = HAS_MAPPING | HAS_DEVICE | HAS_PATHNAME

const NO_LONGS = new BigUint64Array(0)
const NO_WORDS = new Uint32Array(0)
const NO_BITS = new Uint16Array(0)
const NO_BYTES = new Uint8Array(0)

/** From so many rows on, columns are copied as a whole. */
const MANY = 8

/**
 * The columns that every table has, while they grow.
 *
 * Advice to the next reader: they lie behind one another in one buffer, for a small table is made faster so, and a large
 * one grows in one step. New ones are zeros: number 0 is device 0:0 and the empty name.
 */
export class RowColumns {
  capacity = 0
  longs: BigUint64Array = NO_LONGS
  words: Uint32Array = NO_WORDS
  nameIds: Uint32Array = NO_WORDS
  present: Uint16Array = NO_BITS
  permsCodes: Uint8Array = NO_BYTES
  deviceIds: DeviceIds = NO_BYTES
  /** Undefined while every row's line is its own number, counted from 1: so it is in nearly every text of maps. */
  lines: Uint32Array | undefined
  /** Where in their bytes the last added rows ended, and how many rows came before the first of those bytes. */
  #at = 0
  #before = 0

  /** Makes room for rows that are read, when `row` are used; true when it became more. `likely` are those that follow, if known. */
  admit(row: number, { count, at, left }: MappingRows, likely = 0): boolean {
    if (at <= this.#at) this.#before = row
    this.#at = at
    const needed = row + count
    if (needed <= this.capacity) return false
    // Of a text that is read as a whole, what was read of it tells how much will come; a guess from few rows would be poor.
    const guess = likely > 0 ? likely : Math.ceil((left * (needed - this.#before)) / at)
    const expected = row < SEEN_ENOUGH ? 0 : guess
    if (expected < needed && (expected === 0 || likely === 0)) this.grow(row, needed)
    else this.resize(row, needed + expected + (expected >> 5))
    return true
  }

  /** Makes room for so many rows, when `row` are used. */
  grow(row: number, needed: number): void {
    this.resize(row, Math.max(FIRST_ROWS, this.capacity * 2, needed))
  }

  /** Changes the room, of which `rows` are used. */
  resize(rows: number, capacity: number): void {
    const { words, nameIds, present, permsCodes, deviceIds, lines } = this
    const buffer = new ArrayBuffer(capacity * ROW_BYTES)
    this.capacity = capacity
    this.longs = new BigUint64Array(buffer, 0, capacity * 4)
    this.words = new Uint32Array(buffer, 0, capacity * 8)
    this.nameIds = new Uint32Array(buffer, capacity * 32, capacity)
    this.present = new Uint16Array(buffer, capacity * 36, capacity)
    this.permsCodes = new Uint8Array(buffer, capacity * 38, capacity)
    const isWide = deviceIds instanceof Uint32Array
    this.deviceIds = isWide ? new Uint32Array(capacity) : new Uint8Array(buffer, capacity * 39, capacity)
    if (lines !== undefined) this.lines = new Uint32Array(capacity)
    if (rows === 0) return
    this.words.set(words.subarray(0, rows * 8))
    this.nameIds.set(nameIds.subarray(0, rows))
    this.present.set(present.subarray(0, rows))
    this.permsCodes.set(permsCodes.subarray(0, rows))
    this.deviceIds.set(deviceIds.subarray(0, rows))
    if (lines !== undefined) this.lines?.set(lines.subarray(0, rows))
  }

  /** Notes the line on which a row began. */
  line(row: number, line: number): void {
    if (this.lines === undefined) {
      if (line === row + 1) return
      this.lines = new Uint32Array(this.capacity)
      for (let i = 0; i < row; i++) this.lines[i] = i + 1
    }
    this.lines[row] = line
  }

  /** Sets the number of a row's device. */
  device(row: number, id: number): void {
    if (id > MOST_OF_A_BYTE) this.#widen()
    this.deviceIds[row] = id
  }

  /** Takes rows over, the first as row `row` and from that line; there must be room. Their names are in `bytes`. */
  add(row: number, rows: MappingRows, bytes: Uint8Array, line: number, names: Names, devices: Devices): void {
    const { count } = rows
    const { words, permsCodes, present } = this
    if (count < MANY) {
      for (let i = 0, at = row << 3; i < count << 3; i++, at++) words[at] = rows.words[i] as number
      for (let i = 0; i < count; i++) permsCodes[row + i] = rows.permsCodes[i] as number
      for (let i = 0; i < count; i++) present[row + i] = ALL_OF_MAPS
    } else {
      words.set(rows.words.subarray(0, count << 3), row << 3)
      permsCodes.set(rows.permsCodes.subarray(0, count), row)
      present.fill(ALL_OF_MAPS, row, row + count)
    }
    if (this.lines !== undefined || line !== row + 1) {
      for (let i = 0; i < count; i++) this.line(row + i, line + i)
    }
    this.#addNames(row, rows, bytes, names, devices)
  }

  #addNames(row: number, rows: MappingRows, bytes: Uint8Array, names: Names, devices: Devices): void {
    const { count, kinds, majors, minors, nameFroms, nameTos } = rows
    const { nameIds } = this
    let { deviceIds } = this
    let device = 0
    let name = 0
    for (let i = 0; i < count; i++) {
      const kind = kinds[i] as number
      if (kind === ANONYMOUS) continue
      if (kind === NAMED) {
        device = devices.number(majors[i] as number, minors[i] as number)
        name = names.intern(bytes, nameFroms[i] as number, nameTos[i] as number)
        if (device > MOST_OF_A_BYTE) deviceIds = this.#widen()
      }
      nameIds[row + i] = name
      deviceIds[row + i] = device
    }
  }

  /** Makes room for numbers of devices that a byte does not hold. */
  #widen(): Uint32Array {
    const { deviceIds } = this
    const wide = deviceIds instanceof Uint32Array ? deviceIds : Uint32Array.from(deviceIds)
    this.deviceIds = wide
    return wide
  }
}
