import type { Sink } from '../../../src/adapter.js'
import type { Device } from '../../../src/model/device.js'
import { INODE } from '../../../src/model/fields.js'
import type { FileFacts } from '../../../src/model/region.js'
import { noteStart } from '../names/note.js'

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** How long a text is that is put together byte by byte. */
const SHORT_BYTES = 24

/** Bytes as text; what is not UTF-8 shows as U+FFFD. */
export function textOf(bytes: Uint8Array, from: number, to: number): string {
  // Nearly all are a few ASCII characters, for which a decoder takes ten times as long.
  if (to - from > SHORT_BYTES) return decoder.decode(bytes.subarray(from, to))
  let text = ''
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number
    if (byte >= 0x80) return decoder.decode(bytes.subarray(from, to))
    text += String.fromCharCode(byte)
  }
  return text
}

/** True for the descriptors of files that are mapped; all others are open files, directories and the like. */
export function isMapped(descriptor: string): boolean {
  return descriptor === 'mem' || descriptor === 'txt' || descriptor === 'DEL'
}

/** One file of a process while its cells or fields are read; both the table and -F fill it. */
export class FileRecord {
  descriptor: string | undefined
  access: string | undefined
  lock: string | undefined
  type: string | undefined
  device: Device | undefined
  rdev: Device | undefined
  size: bigint | undefined
  links: bigint | undefined
  inode: bigint | undefined
  /** As printed, with lsof's note. */
  name: Uint8Array | undefined
  /** True when a size was printed in a form that does not tell the bytes (`7.9K`). */
  roughSize = false
  readonly #extra: [name: Uint8Array, value: Uint8Array][] = []

  /** Keeps a value the model has no field for, under its heading or letter. */
  keep(name: string, value: Uint8Array): void {
    this.#extra.push([encoder.encode(name), value])
  }

  /** Fills the sink's open region; a raw name is lsof's own, without a note. */
  put(sink: Sink, spelling: 'printed' | 'raw' = 'printed'): void {
    if (this.device !== undefined) sink.device(this.device.major, this.device.minor)
    if (this.inode !== undefined) sink.bigint(INODE, this.inode)
    const { name } = this
    let note: string | undefined
    if (name !== undefined) {
      const end = spelling === 'raw' ? name.length : this.nameEnd(name)
      sink.pathname(name, 0, end)
      if (end < name.length) note = textOf(name, end + 1, name.length)
    }
    sink.file(this.#facts(note))
    for (const [key, value] of this.#extra) sink.extra(key, value)
  }

  /** Where a printed name ends and lsof's note begins. */
  nameEnd(name: Uint8Array): number {
    const found = this.size !== undefined || this.links !== undefined || this.roughSize
    return noteStart(name, { descriptor: this.descriptor, type: this.type, found })
  }

  #facts(note: string | undefined): FileFacts {
    const { descriptor, access, lock, type, size, links, rdev } = this
    return {
      ...(descriptor === undefined ? {} : { descriptor }),
      ...(type === undefined ? {} : { type }),
      ...(size === undefined ? {} : { size }),
      ...(links === undefined ? {} : { links }),
      ...(rdev === undefined ? {} : { rdev }),
      ...(lock === undefined ? {} : { lock }),
      ...(access === undefined ? {} : { access }),
      ...(note === undefined ? {} : { note }),
    }
  }
}
