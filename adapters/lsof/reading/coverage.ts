import type { Sink } from '../../../src/adapter.js'
import type { FieldName } from '../../../src/model/fields.js'
import type { FileRecord } from './record.js'

/**
 * Learns from the records which letters lsof was asked for, for nothing else tells.
 *
 * A record of `mem` or `DEL` has device, inode and name, unless it is a packet socket; a `txt` record may lack them all.
 */
export class Coverage {
  readonly #missing: Set<FieldName> = new Set(['device', 'inode', 'pathname'])
  #witnessed = false

  saw({ descriptor, type, device, inode, name }: FileRecord): void {
    if (device !== undefined) this.#missing.delete('device')
    if (inode !== undefined) this.#missing.delete('inode')
    if (name !== undefined) this.#missing.delete('pathname')
    if (descriptor !== 'txt' && type !== 'pack') this.#witnessed = true
  }

  /** Tells the sink what the text does not say. */
  tell(sink: Sink): void {
    if (this.#witnessed) sink.silent(...this.#missing)
  }
}
