import type { Facts, Projection, Reason, View } from '../../src/adapter.js'
import { TableBuilder } from '../../src/model/builder.js'
import type { Device } from '../../src/model/device.js'
import { INODE } from '../../src/model/fields.js'
import { basename, isMarkedDeleted, latin1, sameBytes, withoutDeletedMark } from '../../src/model/pathname.js'
import type { FileFacts } from '../../src/model/region.js'
import { escapeC, toC } from './escape.js'
import { projectFiles } from './file-projection.js'
import { identityOf } from './identity.js'
import { type SeenName, seenName } from './looked-up.js'
import { projectNames } from './name-projection.js'
import { type Outcome, outcomeOf } from './outcome.js'
import type { LsofReason } from './reasons.js'
import { type Selection, selectionOf } from './selection.js'
import { unescapeName } from './unescape.js'

/** What lsof (4.93 to 4.99) shows of a view that has ranges: one row a file. */
export function projectToLsof(view: View, as: View, facts: Facts): Projection {
  if (!view.says.has('start')) return projectFiles(view, as)
  return view.says.has('inode') ? new LsofRows(view, as, facts).project() : projectNames(view, as, facts)
}

/** Walks the mappings as lsof's `process_proc_map` does, and gathers the rows it makes of them. */
class LsofRows {
  readonly #builder: TableBuilder = new TableBuilder()
  readonly #from: number[] = []
  readonly #reasons: Reason[] = []
  readonly #optional: Map<number, LsofReason> = new Map()
  readonly #executable: Set<number> = new Set()
  readonly #selected: Selection
  readonly #fullPaths: boolean
  readonly #elsewhere: boolean
  readonly #exe: { readonly key: string; readonly pathname?: string; device: Device; inode: bigint } | undefined

  constructor(
    readonly view: View,
    readonly as: View,
    readonly facts: Facts,
  ) {
    this.#selected = selectionOf(as)
    this.#fullPaths = hasFullPaths(view)
    this.#elsewhere = facts.process?.sameMountNamespace === false
    this.#exe = executableOf(as, facts)
  }

  project(): Projection {
    const { view } = this
    const rowOf = new Map<string, number>()
    for (let row = 0; row < view.table.length; row++) {
      const { key, unlisted } = identityOf(view.table, row)
      if (unlisted !== undefined) this.#reason(unlisted, row)
      else if (key === this.#exe?.key) this.#executableMapping(row, rowOf, key)
      else if (rowOf.has(key)) {
        this.#reason('one-row-per-inode', row)
        this.#noteExecutable(rowOf.get(key) as number, row)
      } else rowOf.set(key, this.#file(row))
    }
    return {
      table: this.#builder.build(),
      from: Uint32Array.from(this.#from),
      reasons: this.#reasons,
      comparable: this.#fullPaths ? toC : (name) => basename(toC(name)),
      allow: (row, field, actual, actualRow) => this.#allow(row, field, actual, actualRow),
      allowMissing: (row) => this.#allowMissing(row),
      allowExtra: (actual, row) => this.#allowExtra(actual, row),
      unknown: this.#unknown(),
    }
  }

  #reason(code: LsofReason, row: number): void {
    this.#reasons.push({ code, row })
  }

  /** A mapping of the executable: one row `txt` for all of them, or none. */
  #executableMapping(row: number, rowOf: Map<string, number>, key: string): void {
    const exe = this.#exe
    if (exe === undefined || this.#selected('txt') === false || rowOf.has(key)) {
      this.#reason(this.#selected('txt') === false ? 'executable-is-txt' : 'one-row-per-inode', row)
      return
    }
    const made = this.#open(row)
    rowOf.set(key, made)
    this.#builder.device(exe.device.major, exe.device.minor)
    this.#builder.bigint(INODE, exe.inode)
    this.#builder.file({ descriptor: 'txt' })
    if (exe.pathname !== undefined && !exe.pathname.includes('\ufffd')) this.#name(escapeC(encode(exe.pathname)))
    if (this.#selected('txt') === undefined) this.#optional.set(made, 'executable-is-txt')
  }

  /** The first mapping of a file; gives the projected row, or −1 when there is none. */
  #file(row: number): number {
    const { table } = this.view
    const inode = table.inode(row)
    const device = table.device(row)
    const seen = this.#seenName(row)
    const deleted = seen?.deleted ?? false
    const path = seen?.path
    const outcome = this.#outcome(path, device, inode, deleted)
    if (outcome?.file.descriptor === 'DEL' && this.#selected('DEL') === false) {
      this.#reason('deleted-is-del', row)
      return -1
    }
    const made = this.#open(row)
    const { type } = outcome?.file ?? {}
    const special = this.as.dialect === 'table' && (type === 'CHR' || type === 'BLK')
    if (special) this.#reason('special-file-device', row)
    else if (device !== undefined) this.#builder.device(device.major, device.minor)
    if (inode !== undefined) this.#builder.bigint(INODE, inode)
    if (outcome !== undefined) this.#outcomeReasons(outcome, row, deleted)
    this.#builder.file(outcome?.file ?? {})
    if (path !== undefined) {
      const escaped = escapeC(path)
      if (!sameBytes(escaped, path)) this.#reason('name-escaped', row)
      this.#name(this.#fullPaths ? escaped : basename(escaped))
    }
    if (deleted && this.#selected('DEL') !== true && outcome === undefined) this.#optional.set(made, 'deleted-is-del')
    this.#noteExecutable(made, row)
    return made
  }

  #open(row: number): number {
    this.#builder.openRow(this.view.table.line(row))
    this.#from.push(row)
    return this.#from.length - 1
  }

  #name(name: Uint8Array): void {
    this.#builder.pathname(name, 0, name.length)
  }

  /** The name as lsof reads it, or undefined where the view has none. */
  #seenName(row: number): SeenName | undefined {
    const name = this.view.table.pathnameBytes(row)
    if (name === undefined || name.length === 0 || name[0] === 0x20) return undefined
    const seen = seenName(name, this.view.dialect)
    if (seen.cutAtEnd) this.#reason('long-name-cut', row)
    if (seen.cutAtTab) this.#reason('tab-cuts-name', row)
    return seen
  }

  #outcome(
    path: Uint8Array | undefined,
    device: Device | undefined,
    inode: bigint | undefined,
    deleted: boolean,
  ): Outcome | undefined {
    if (path === undefined || device === undefined || inode === undefined) return undefined
    if (this.#elsewhere || !this.#fullPaths) return undefined
    const stat = this.facts.stats?.get(latin1(path))
    return stat === undefined ? undefined : outcomeOf(stat, device, inode, deleted)
  }

  #outcomeReasons({ file, found }: Outcome, row: number, deleted: boolean): void {
    if (file.size !== undefined && file.size !== this.view.table.size(row)) this.#reason('size-is-file-size', row)
    if (found === 'the mapped file' && deleted) this.#reason('deleted-mark-dropped', row)
    if (file.note === undefined) return
    this.#reason(found === 'nothing' ? 'stat-failed' : 'replaced-on-disk', row)
  }

  /** Remembers which projected rows have an executable mapping: only such a file can be the executable. */
  #noteExecutable(made: number, row: number): void {
    const perms = this.view.table.perms(row)
    if (perms === undefined || perms[2] === 'x') this.#executable.add(made)
  }

  #allow(row: number, field: string, actual: View, actualRow: number): LsofReason | undefined {
    if (this.#elsewhere && (field === 'device' || field.startsWith('file.'))) return 'other-mount-namespace'
    if (field !== 'pathname') return undefined
    if (this.#isUnsigned(row, actual, actualRow)) return 'unsigned-char'
    return this.#isCut(row, actual, actualRow) ? 'name-cut' : undefined
  }

  /** True when the richer view is a pmap -X that read 127 bytes of the path, from its first character that is no blank. */
  #isCut(row: number, actual: View, actualRow: number): boolean {
    const name = this.view.table.pathnameBytes(this.#from[row] as number)
    const shown = actual.table.pathnameBytes(actualRow)
    if (this.view.adapter !== 'pmap' || name === undefined || shown === undefined) return false
    const path = withoutDeletedMark(unescapeName(shown, 'as control bytes'))
    const read = path.subarray(0, 127)
    return (
      sameBytes(name, this.#fullPaths ? read : basename(read)) || latin1(basename(path)).trimStart() === latin1(name)
    )
  }

  /** True when the name differs only in how byte 0xff is spelt. */
  #isUnsigned(row: number, actual: View, actualRow: number): boolean {
    const name = this.view.table.pathnameBytes(this.#from[row] as number)
    const shown = actual.table.pathnameBytes(actualRow)
    if (!name?.includes(0xff) || shown === undefined) return false
    const expected = latin1(escapeC(seenName(name, this.view.dialect).path))
    return expected.replaceAll('\\xff', '^?') === latin1(toC(shown))
  }

  #allowMissing(row: number): LsofReason | undefined {
    const optional = this.#optional.get(row)
    if (optional !== undefined) return optional
    if (this.as.table.length === 0 && hidesProcess(this.facts.process?.command)) return 'command-hides-process'
    const name = this.view.table.pathname(this.#from[row] as number) ?? ''
    if (this.#elsewhere && (name.startsWith('socket:') || isMarkedDeleted(encode(name)))) return 'other-mount-namespace'
    if (this.#exe === undefined && this.#executable.has(row)) {
      // There is one executable, so only one missing file can be it.
      this.#executable.clear()
      return 'executable-is-txt'
    }
    return undefined
  }

  #allowExtra(actual: View, row: number): LsofReason | undefined {
    const file: FileFacts | undefined = actual.table.file(row)
    if (file?.descriptor === 'txt') return 'executable-is-txt'
    if (this.#elsewhere && file?.type === 'pack') return 'other-mount-namespace'
    return undefined
  }

  #unknown(): string[] {
    const unknown: string[] = []
    if (this.#exe === undefined)
      unknown.push('which file is the executable, so one file with an executable mapping may be missing')
    if (this.facts.stats === undefined)
      unknown.push('what the paths led to, so TYPE, SIZE and DEL are not held against anything')
    if (this.#elsewhere) unknown.push('what the paths led to in the other mount namespace')
    return unknown
  }
}

/** True when names are whole paths, as in the kernel's text; pmap prints the last part alone unless called with -p. */
function hasFullPaths({ table }: View): boolean {
  for (let row = 0; row < table.length; row++) if (table.pathnameBytes(row)?.[0] === 0x2f) return true
  return false
}

function executableOf(
  as: View,
  facts: Facts,
): { readonly key: string; readonly pathname?: string; device: Device; inode: bigint } | undefined {
  const known = facts.process?.exe
  if (known !== undefined) {
    return { ...known, key: `${known.device.major}:${known.device.minor}:${known.inode}` }
  }
  for (let row = 0; row < as.table.length; row++) {
    const device = as.table.device(row)
    const inode = as.table.inode(row)
    if (as.table.file(row)?.descriptor !== 'txt' || device === undefined || inode === undefined) continue
    return { key: `${device.major}:${device.minor}:${inode}`, device, inode }
  }
  return undefined
}

/** True for a command that makes lsof up to 4.99.6 leave the whole process out. */
function hidesProcess(command: string | undefined): boolean {
  if (command === undefined) return false
  return command.includes('\n') || command.split('(').length > command.split(')').length
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
