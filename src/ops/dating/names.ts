import type { View } from '../../adapter.js'
import type { Evidence } from '../../kernel/dating.js'
import { pseudoPath } from '../../kernel/pseudo-paths.js'
import { XONLY_GATE_SINCE } from '../../kernel/releases.js'
import type { RegionTable } from '../../model/table.js'

const GATE = 0xffffffffff600000n

/** Where the stacks of x86-64 end at most, and room below it that is more than enough for the vdso and its data. */
const STACK_TOP = 0x7ffffffff000n
const ROOM = 0x400000n

/** Beginnings of names that only Android has; its kernels named anonymous memory long before others. */
const ANDROID = ['/system/', '/apex/', '/vendor/', '/dev/ashmem/', '[anon:dalvik', '[anon:libc_malloc', '[anon:.bss']

/** A name of anonymous memory that a kernel with `CONFIG_ANON_VMA_NAME` takes; Android's took whatever there was. */
const TAKEN = /^\[anon:[ -#%-Z^_a-~]{0,79}\]$/

/** Libraries that only a process of x86-64 maps as code; emulators of one map it as data, or elsewhere. */
const X86_CODE = /^(?:\/usr)?\/(?:lib\/x86_64-linux-gnu\/|lib64\/ld-linux-x86-64\.so)/

/** True where the kernel is known to be of x86-64: by the machine's name as uname prints it, or by what is mapped. */
export function isX86({ table }: View, arch: string | undefined): boolean {
  if (arch !== undefined) return arch === 'x86_64'
  for (let row = 0; row < table.length; row++) {
    const name = table.pathname(row)
    if (name === '[vsyscall]') return true
    if (name?.includes('x86') && table.perms(row)?.includes('x') && X86_CODE.test(name)) return true
  }
  return false
}

/** What the names that the kernel makes up tell of it. `x86`: true where the machine is known to be one. */
export function* nameEvidence({ table }: View, view: number, x86: boolean): Iterable<Evidence> {
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
    yield { what: '[vsyscall] that cannot be read', view, line: line(vsyscall), since: XONLY_GATE_SINCE }
  }
  // User-mode Linux has neither name, and its vdso lies elsewhere.
  if (!x86 || !rows.has('[vvar]')) return
  if (!rows.has('[vvar_vclock]')) {
    yield { what: '[vvar] without [vvar_vclock]', view, line: line(rows.get('[vvar]')), until: '6.12' }
  }
  const stack = rows.get('[stack]')
  if (stack === undefined || gate === undefined || isOldGate) return
  if (gate > stack) yield { what: '[vdso] above [stack]', view, line: line(gate), until: '6.8' }
  else if (hasRoomAbove(table, stack)) yield { what: '[vdso] below [stack]', view, line: line(gate), since: '6.9' }
}

/**
 * True for a stack of 64 bits that the vdso would fit above, as it does unless addresses are not random (`setarch -R`): then
 * the stack ends where the address space does.
 */
function hasRoomAbove(table: RegionTable, stack: number): boolean {
  const end = table.end(stack)
  return end !== undefined && end > 1n << 32n && end + ROOM < STACK_TOP
}

/** What the offsets of unnamed memory tell: up to 2.6.29 they are addresses. */
export function* offsetEvidence({ table }: View, view: number): Iterable<Evidence> {
  let zero: number | undefined
  for (let row = 0; row < table.length; row++) {
    if (table.inode(row) !== 0n || table.pathname(row) !== '' || !table.perms(row)?.endsWith('p')) continue
    if (table.start(row) === 0n) continue
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
