import { mapFile } from '../../adapters/lsof/names/looked-up.js'
import type { Facts, FileStat, StatFacts, View } from '../../src/adapter.js'
import { sameDevice } from '../../src/model/device.js'
import { latin1 } from '../../src/model/pathname.js'

const MARK = / \(deleted\)$/

/** A row of a listing whose word is taken for what stat said. */
interface Told {
  readonly view: View
  readonly row: number
}

/** What stat would have said if the files had changed as an address space did, and as a listing tells. */
export function movedFacts(facts: Facts, before: View, after: View, told: Told | undefined): Facts {
  const { stats, process } = facts
  if (before.table.length !== after.table.length) return facts
  const moved = new Map<string, StatFacts>(stats ?? [])
  let exe = process?.exe
  for (let row = 0; row < before.table.length; row++) {
    const device = after.table.device(row)
    const inode = after.table.inode(row)
    const path = pathOf(after, row)
    if (device === undefined || inode === undefined) continue
    const isTold = told !== undefined && isFile(told, path, inode)
    const hasMoved = path !== pathOf(before, row) || !sameFile(before, after, row)
    if (!isTold && !hasMoved) continue
    const size = isTold ? told.view.table.file(told.row)?.size : undefined
    const rdev = isTold ? told.view.table.file(told.row)?.rdev : undefined
    const change: FileStat = { device, inode, ...(size !== undefined && { size }), ...(rdev && { rdev }) }
    const stat = stats?.get(pathOf(before, row))
    // Another mapping may be called so, and have moved before.
    const known = path === pathOf(before, row) ? moved.get(path) : stat
    if (stat !== undefined) moved.set(path, { ...stat, ...known, ...movedOf(stat, before, row, change), path })
    const through = mapFile(after, row)
    const entry = stats?.get(mapFile(before, row))
    if (entry !== undefined) moved.set(through, { ...entry, ...movedOf(entry, before, row, change), path: through })
    const started = process?.exe
    const old = before.table.device(row)
    if (started === undefined || old === undefined || started.inode !== before.table.inode(row)) continue
    if (!sameDevice(started.device, old)) continue
    const isNamedSo = latin1(nameOf(after, row)) === latin1(nameOf(before, row))
    exe = { pathname: isNamedSo ? started.pathname : linkTo(nameOf(after, row)), device, inode }
    const exeStat = stats?.get('exe')
    if (exeStat !== undefined) moved.set('exe', { ...exeStat, ...change })
  }
  const startStack = movedStack(process?.startStack, before, after)
  const known = { ...process, ...(exe && { exe }), ...(startStack !== undefined && { startStack }) }
  return { ...facts, ...(stats && { stats: moved }), ...(process && { process: known }) }
}

/** What led to another file than the mapped one, by its device or its inode, still does so. */
function movedOf(stat: FileStat, { table }: View, row: number, { device, inode, size, rdev }: FileStat): FileStat {
  const old = table.device(row)
  const sameDisk = old !== undefined && stat.device !== undefined && sameDevice(old, stat.device)
  const change = { ...(sameDisk && device && { device }), ...(stat.inode === table.inode(row) && inode && { inode }) }
  return { ...change, ...(size !== undefined && { size }), ...(rdev && { rdev }) }
}

/** Where the stack began, if its mapping was moved: no text of the four says it. */
function movedStack(startStack: bigint | undefined, before: View, after: View): bigint | undefined {
  if (startStack === undefined) return undefined
  for (let row = 0; row < before.table.length; row++) {
    const [start, end, to] = [before.table.start(row), before.table.end(row), after.table.start(row)]
    if (start === undefined || end === undefined || to === undefined) continue
    if (start <= startStack && startStack < end) return startStack + to - start
  }
  return startStack
}

/** True when a listing's row is of that file; of a name that may be spelt with escapes the inode must do. */
function isFile({ view, row }: Told, path: string, inode: bigint): boolean {
  const name = latin1(nameOf(view, row))
  const isNamed = [name, name.replace(MARK, '')].includes(path) || /[\\^]/.test(name)
  return view.table.inode(row) === inode && path !== '' && isNamed
}

function sameFile({ table: a }: View, { table: b }: View, row: number): boolean {
  const [left, right] = [a.device(row), b.device(row)]
  return a.inode(row) === b.inode(row) && left !== undefined && right !== undefined && sameDevice(left, right)
}

function pathOf(view: View, row: number): string {
  return latin1(nameOf(view, row)).replace(MARK, '')
}

function nameOf({ table }: View, row: number): Uint8Array {
  return table.pathnameBytes(row) ?? new Uint8Array(0)
}

/** What the link of an executable says that maps calls so. */
function linkTo(name: Uint8Array): string {
  return new TextDecoder().decode(name).replaceAll('\\012', '\n')
}
