import type { View } from '../../../src/adapter.js'
import { firstWord } from './cell-names.js'
import { isMadeUp, LINE_BYTES, NAME_COLUMN } from './name.js'
import { SHOWN, type Shown } from './shown.js'

/** Under -q a busybox is read as the newest one: what it may be as well. */
const QUIET: Readonly<Record<string, string>> = { busybox: 'busybox-1.30', 'busybox-x': 'busybox-1.30-x' }

/** How a view's dialect shows mappings; undefined when the view is of no pmap. */
export function shownBy(view: View): Shown | undefined {
  if (view.adapter !== 'pmap') return undefined
  const older = QUIET[view.dialect]
  return SHOWN[older !== undefined && endsNamesEarly(view) ? older : view.dialect]
}

/** True where no total tells the version of busybox, and no name goes on where one of 1.37 would end: at a blank, or at byte 1023. */
function endsNamesEarly({ table, totals }: View): boolean {
  if (totals.length > 0 || table.length === 0) return false
  for (let row = 0; row < table.length; row++) {
    const name = table.pathnameBytes(row)
    if (name === undefined || isMadeUp(name)) continue
    if (name.length > LINE_BYTES - NAME_COLUMN || firstWord(name).length < name.length) return false
  }
  return true
}

/** True when pmap was called with -k: by its words, else when it shows a name in brackets that the richer view has, too. */
export function showsKernelNames({ table, source }: View, richer: View): boolean {
  if (source.argv !== undefined)
    return source.argv.some((word) => /^-[a-zA-Z]*k/.test(word) || word === '--use-kernel-name')
  const starts = new Set<bigint | undefined>()
  for (let row = 0; row < table.length; row++) if (isBracketed(table.pathnameBytes(row))) starts.add(table.start(row))
  if (starts.size === 0) return false
  for (let row = 0; row < richer.table.length; row++) {
    // A file may be called so, but its path has a slash.
    if (isBracketed(richer.table.pathnameBytes(row)) && starts.has(richer.table.start(row))) return true
  }
  return false
}

function isBracketed(name: Uint8Array | undefined): boolean {
  return name?.[0] === 0x5b && name.at(-1) === 0x5d
}

/**
 * True when the names are whole paths: by the dialect, by -p among the words that pmap was called with, else when most of
 * the names that it did not make up begin with a slash.
 */
export function showsWholePaths(view: View): boolean {
  const { table, source } = view
  const always = shownBy(view)?.wholePath
  if (always !== undefined) return always
  if (source.argv !== undefined) return source.argv.some((word) => /^-[a-zA-Z]*p/.test(word) || word === '--show-path')
  let whole = 0
  let short = 0
  for (let row = 0; row < table.length; row++) {
    const name = table.pathnameBytes(row)
    if (name === undefined || name.length < 2 || name[0] === 0x20 || name[0] === 0x5b) continue
    // Names of the kernel's own, such as socket:[1], are the same with -p and without.
    if (name[0] !== 0x2f && name.includes(0x3a)) continue
    if (name[0] === 0x2f) whole += 1
    else short += 1
  }
  return whole > short
}
