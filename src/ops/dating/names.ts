import type { View } from '../../adapter.js'
import type { Evidence } from '../../kernel/dating.js'
import { pseudoPath } from '../../kernel/pseudo-paths.js'
import type { RegionTable } from '../../model/table.js'

const GATE = 0xffffffffff600000n

/** Beginnings of names that only Android has; its kernels named anonymous memory long before others. */
const ANDROID = ['/system/', '/apex/', '/vendor/', '/dev/ashmem/', '[anon:dalvik', '[anon:libc_malloc', '[anon:.bss']

/** A name of anonymous memory that a kernel with `CONFIG_ANON_VMA_NAME` takes; Android's took whatever there was. */
const TAKEN = /^\[anon:[ -#%-Z^_a-~]{0,79}\]$/

/** What the names that the kernel makes up tell of it. `arch`: the machine's name as uname prints it, where it is known. */
export function* nameEvidence({ table }: View, view: number, arch: string | undefined): Iterable<Evidence> {
  const rows = rowOfNames(table)
  const line = (row: number | undefined): number => (row === undefined ? 0 : table.line(row))
  const android = [...rows].some(([name, row]) => isOfAndroid(table, name, row))
  const gate = rows.get('[vdso]')
  const isOldGate = gate !== undefined && table.start(gate) === GATE
  if (isOldGate) yield { what: 'the gate named [vdso]', view, line: line(gate), until: '2.6.22' }
  for (const [name, row] of rows) {
    const { since, until, name: pattern } = pseudoPath(name) ?? {}
    if (since === undefined && until === undefined) continue
    if (pattern === '[anon:*]' && android) continue
    yield { what: `the name ${pattern}`, view, line: line(row), ...(since && { since }), ...(until && { until }) }
  }
  const vsyscall = rows.get('[vsyscall]')
  if (vsyscall !== undefined && table.perms(vsyscall) === '--xp') {
    yield { what: '[vsyscall] that cannot be read', view, line: line(vsyscall), since: '5.3' }
  }
  if (arch !== 'x86_64' && vsyscall === undefined) return
  if (rows.has('[vvar]') && !rows.has('[vvar_vclock]')) {
    yield { what: '[vvar] without [vvar_vclock]', view, line: line(rows.get('[vvar]')), until: '6.12' }
  }
  const stack = rows.get('[stack]')
  if (stack === undefined || gate === undefined || isOldGate || gate < stack) return
  yield { what: '[vdso] above [stack]', view, line: line(gate), until: '6.8' }
}

/** What the offsets of unnamed memory tell: up to 2.6.29 they are addresses. */
export function* offsetEvidence({ table }: View, view: number): Iterable<Evidence> {
  let zero: number | undefined
  for (let row = 0; row < table.length; row++) {
    if (table.inode(row) !== 0n || table.pathname(row) !== '' || !table.perms(row)?.endsWith('p')) continue
    const offset = table.offset(row)
    if (offset !== undefined && offset !== 0n && offset === table.start(row)) {
      yield { what: 'an offset of anonymous memory that is its address', view, line: table.line(row), until: '2.6.29' }
      return
    }
    if (offset === 0n) zero ??= row
    else return
  }
  if (zero === undefined) return
  yield { what: 'offsets of anonymous memory that are 0', view, line: table.line(zero), since: '2.6.30' }
}

/** True for a name that only Android has, be it for its beginning or for what is in it, or with the line `Name:` below it. */
function isOfAndroid(table: RegionTable, name: string, row: number): boolean {
  if (ANDROID.some((beginning) => name.startsWith(beginning))) return true
  return name.startsWith('[anon:') && (!TAKEN.test(name) || table.extra(row)?.Name !== undefined)
}

/** Each name of a made-up form, with its first row. */
function rowOfNames(table: RegionTable): ReadonlyMap<string, number> {
  const { nameIds } = table.columns
  const seen = new Set<number>()
  const rows = new Map<string, number>()
  for (let row = 0; row < table.length; row++) {
    const id = nameIds[row] as number
    if (seen.has(id)) continue
    seen.add(id)
    const name = table.pathname(row)
    if (name?.startsWith('[') || name?.startsWith('/')) rows.set(name, row)
  }
  return rows
}
