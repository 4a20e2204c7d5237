import { hashOf } from './name-hash.js'
import { FEW_NAMES, FIRST_SLOTS, giveRoom, type Room, takeRoom } from './name-room.js'
import { resized } from './resized.js'

const NOTHING = new Uint8Array(0)
const NO_WORDS = new DataView(NOTHING.buffer)
const NO_NUMBERS = new Uint32Array(0)

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const lenient = new TextDecoder('utf-8', { ignoreBOM: true })

/**
 * Byte strings kept once each and known by a small number; number 0 is the empty one.
 *
 * One arena of bytes and an open-addressing hash table over it: names reach the table as the bytes they were read as,
 * and become strings only when somebody asks. They are compared and hashed four bytes at a time, through a DataView of the
 * arena and one of the bytes that were given last. The hash table is let go with the last name, and made again for another one.
 */
export class Names {
  #room: Room | undefined
  #bytes: Uint8Array = NOTHING
  #words: DataView = NO_WORDS
  #given: Uint8Array = NOTHING
  #givenWords: DataView = NO_WORDS
  /** Where the bytes given last begin in their buffer, which many of them may share. */
  #givenAt = 0
  #used = 0
  #starts: Uint32Array = NO_NUMBERS
  #hashes: Uint32Array = NO_NUMBERS
  #slots: Uint32Array = NO_NUMBERS
  #texts: (string | undefined)[] = ['']
  #last = 0
  #viewed = 0
  #view: Uint8Array = NOTHING
  /** How many distinct names there are, the empty one among them. */
  count = 1

  /** The number of `bytes[from, to)`, which is kept when it is new. */
  intern(bytes: Uint8Array, from: number, to: number): number {
    if (from === to) return 0
    this.#take(bytes)
    if (this.#equals(this.#last, bytes, from, to)) return this.#last
    const hash = this.#hash(bytes, from, to)
    const slot = this.#slotOf(hash, bytes, from, to)
    const id = this.#slots[slot] as number
    this.#last = id === 0 ? this.#add(bytes, from, to, hash, slot) : id
    return this.#last
  }

  /** The number of a name, or undefined where it is not kept. */
  find(name: Uint8Array): number | undefined {
    if (name.length === 0) return 0
    this.#take(name)
    const slot = this.#slotOf(this.#hash(name, 0, name.length), name, 0, name.length)
    return this.#slots[slot] || undefined
  }

  /** True when these are the bytes of the name of that number. */
  is(id: number, name: Uint8Array): boolean {
    this.#take(name)
    return id < this.count && this.#equals(id, name, 0, name.length)
  }

  /** The number of a text, written as UTF-8. */
  internText(text: string): number {
    const bytes = new TextEncoder().encode(text)
    return this.intern(bytes, 0, bytes.length)
  }

  /** The bytes of a name; a view of the arena, not to be written to. */
  bytes(id: number): Uint8Array {
    if (id === 0) return NOTHING
    // Regions of one file stand together.
    if (id === this.#viewed) return this.#view
    this.#viewed = id
    this.#view = this.#bytes.subarray(this.#starts[id] as number, this.#endOf(id))
    return this.#view
  }

  /** How many bytes a name has. */
  size(id: number): number {
    return id === 0 ? 0 : this.#endOf(id) - (this.#starts[id] as number)
  }

  /** Copies the bytes of a name to a place that has room for them. */
  copyTo(id: number, into: Uint8Array, at: number): void {
    const from = this.#starts[id] as number
    for (let i = this.size(id) - 1; i >= 0; i--) into[at + i] = this.#bytes[from + i] as number
  }

  /** The name as text; bytes that are not UTF-8 become U+FFFD. */
  text(id: number): string {
    this.#texts[id] ??= lenient.decode(this.bytes(id))
    return this.#texts[id] as string
  }

  /** True when the name is UTF-8, so that its text says all of it. */
  isText(id: number): boolean {
    try {
      return !this.text(id).includes('\ufffd') || strict.decode(this.bytes(id)) !== ''
    } catch {
      return false
    }
  }

  /** True when some name has that byte. */
  hasByte(byte: number): boolean {
    return this.#bytes.subarray(0, this.#used).includes(byte)
  }

  /** Gives back what is not needed to know a name by its number; called when no more names are expected. */
  trim(): void {
    const room = this.#room
    const isRoom = room !== undefined && room.bytes === this.#bytes && room.slots === this.#slots
    if (this.#used < this.#bytes.length) this.#bytes = this.#bytes.slice(0, this.#used)
    if (this.count < this.#starts.length) this.#starts = this.#starts.slice(0, this.count)
    this.#viewed = 0
    this.#words = NO_WORDS
    this.#given = NOTHING
    this.#givenWords = NO_WORDS
    this.#hashes = NO_NUMBERS
    this.#slots = NO_NUMBERS
    this.#room = undefined
    if (!isRoom || room.starts === this.#starts || room.bytes === this.#bytes) return
    giveRoom(room)
  }

  #take(bytes: Uint8Array): void {
    if (bytes === this.#given) return
    this.#given = bytes
    this.#givenAt = bytes.byteOffset
    if (bytes.buffer !== this.#givenWords.buffer) this.#givenWords = new DataView(bytes.buffer)
    if (this.#bytes.buffer !== this.#words.buffer) this.#words = new DataView(this.#bytes.buffer)
  }

  /** The slot that holds the name, or the empty one where it belongs. */
  #slotOf(hash: number, bytes: Uint8Array, from: number, to: number): number {
    if (this.#slots.length === 0) this.#index()
    const mask = this.#slots.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const id = this.#slots[slot] as number
      if (id === 0 || (this.#hashes[id] === hash && this.#equals(id, bytes, from, to))) return slot
    }
  }

  #endOf(id: number): number {
    return id + 1 < this.count ? (this.#starts[id + 1] as number) : this.#used
  }

  #equals(id: number, bytes: Uint8Array, from: number, to: number): boolean {
    if (id === 0) return false
    const start = this.#starts[id] as number
    if (this.#endOf(id) - start !== to - from) return false
    const arena = this.#bytes
    const ours = this.#words
    const theirs = this.#givenWords
    const at = this.#givenAt
    let i = to
    let j = start + (to - from)
    // Paths differ at their ends more often than at their starts.
    for (const last = from + 4; i >= last; ) {
      i -= 4
      j -= 4
      if (theirs.getInt32(at + i, true) !== ours.getInt32(j, true)) return false
    }
    while (i > from) if (bytes[--i] !== arena[--j]) return false
    return true
  }

  #hash(bytes: Uint8Array, from: number, to: number): number {
    return hashOf(bytes, from, to, this.#givenWords, this.#givenAt)
  }

  #add(bytes: Uint8Array, from: number, to: number, hash: number, slot: number): number {
    const size = to - from
    if (this.#used + size > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#used + size))
      larger.set(this.#bytes)
      this.#bytes = larger
      this.#words = new DataView(larger.buffer)
    }
    if (this.count === this.#starts.length) this.#starts = resized(this.#starts, this.count * 2)
    if (this.count === this.#hashes.length) this.#hashes = resized(this.#hashes, this.count * 2)
    const id = this.count
    this.#copy(bytes, from, to)
    this.#starts[id] = this.#used
    this.#hashes[id] = hash
    this.#used += size
    this.count += 1
    if (this.count * 2 > this.#slots.length) this.#rehash(this.#slots.length * 4)
    else this.#slots[slot] = id
    return id
  }

  /** Puts a name behind the others; a loop beats subarray and set for the short names there are. */
  #copy(bytes: Uint8Array, from: number, to: number): void {
    const theirs = this.#givenWords
    const ours = this.#words
    const at = this.#givenAt
    let i = from
    let j = this.#used
    for (const last = to - 4; i <= last; i += 4, j += 4) ours.setInt32(j, theirs.getInt32(at + i))
    for (; i < to; i++, j++) this.#bytes[j] = bytes[i] as number
  }

  #place(id: number, hash: number): void {
    const mask = this.#slots.length - 1
    let slot = hash & mask
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
    this.#slots[slot] = id
  }

  /** Makes room for the first names, or makes again what `trim` let go. */
  #index(): void {
    const { count } = this
    if (count === 1) {
      this.#enter(takeRoom())
      return
    }
    this.#hashes = new Uint32Array(Math.max(FEW_NAMES, count))
    const given = this.#given
    this.#take(this.#bytes)
    for (let id = 1; id < count; id++) {
      this.#hashes[id] = this.#hash(this.#bytes, this.#starts[id] as number, this.#endOf(id))
    }
    this.#take(given)
    let size = FIRST_SLOTS
    while (size < count * 2) size *= 2
    this.#rehash(size)
  }

  #enter(room: Room): void {
    this.#room = room
    this.#bytes = room.bytes
    this.#words = room.words
    this.#starts = room.starts
    this.#hashes = room.hashes
    this.#slots = room.slots
  }

  #rehash(size: number): void {
    this.#slots = new Uint32Array(size)
    for (let id = 1; id < this.count; id++) this.#place(id, this.#hashes[id] as number)
  }
}
