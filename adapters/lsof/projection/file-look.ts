import type { Facts, FileStat, View } from '../../../src/adapter.js'
import type { Device } from '../../../src/model/device.js'
import { latin1 } from '../../../src/model/pathname.js'
import type { FileFacts } from '../../../src/model/region.js'
import { mapFile } from '../names/looked-up.js'
import { showsNotes, usesMapFiles } from './call.js'
import { lockLetter } from './locks.js'
import { type Outcome, outcomeElsewhere, outcomeOf } from './outcome.js'

/** What lsof's own look at a mapped file gives: by its path, or since 4.96.0 by its entry in map_files. */
export class FileLook {
  readonly #elsewhere: boolean
  readonly #throughMapFiles: boolean
  readonly #notes: boolean
  #last: FileFacts = {}

  constructor(
    readonly view: View,
    as: View,
    readonly facts: Facts,
    /** True when the view's names are whole paths. */
    readonly fullPaths: boolean,
  ) {
    this.#elsewhere = facts.process?.sameMountNamespace === false
    this.#throughMapFiles = this.#elsewhere && usesMapFiles(as)
    this.#notes = showsNotes(as)
  }

  /** What stat said of the mapping's file; undefined where nobody asked. */
  stat(path: Uint8Array | undefined, row: number): FileStat | undefined {
    const { stats } = this.facts
    if (path === undefined || !this.fullPaths) return undefined
    // Paths lead elsewhere there, but for one who asked as lsof does, which shows in that `exe` was asked for.
    if (this.#elsewhere && !stats?.has('exe')) return undefined
    if (this.#throughMapFiles) return stats?.get(mapFile(this.view, row))
    return stats?.find === undefined ? stats?.get(latin1(path)) : stats.find(path)
  }

  /** What lsof makes of it. */
  outcome(
    stat: FileStat,
    device: Device | undefined,
    inode: bigint | undefined,
    deleted: boolean,
  ): Outcome | undefined {
    if (device === undefined || inode === undefined) return undefined
    return (this.#throughMapFiles ? outcomeElsewhere : outcomeOf)(stat, device, inode, deleted)
  }

  /** What a listing of this form says of the file: the lock on it, and the note where it has notes. */
  shown(file: FileFacts, device: Device | undefined, inode: bigint | undefined): FileFacts {
    const known = device !== undefined && inode !== undefined
    const lock = known ? lockLetter(this.facts.locks, device, inode) : undefined
    if (file.note === undefined && lock === undefined) return this.#asLast(file)
    const { note, ...rest } = file
    return {
      ...rest,
      ...(lock === undefined ? {} : { lock }),
      ...(note === undefined || !this.#notes ? {} : { note }),
    }
  }

  /** The facts of the file before where these say the same: many files do, and each keeps its facts. */
  #asLast(file: FileFacts): FileFacts {
    const { descriptor, type, size, links, rdev } = this.#last
    const isSame = file.descriptor === descriptor && file.type === type && file.size === size && file.links === links
    if (!isSame || file.rdev !== undefined || rdev !== undefined) this.#last = file
    return this.#last
  }
}
