import type { Adapter } from '../adapter.js'
import { sameBytes } from '../model/pathname.js'
import { Reader } from '../ops/parse.js'
import { type Find, Finder, watched } from './finder.js'
import { replaceMessage } from './message.js'
import type { Replacement } from './replacement.js'
import { replaceSpelt } from './spelling.js'

/** Is told of everything that was replaced. */
export type Replaced = (what: Find['what']) => void

/**
 * Replaces what people chose in a text; undefined when the text cannot be shared, because its reader cannot say where such
 * things stand, or because it would be read in another way afterwards.
 */
export function redactText(
  adapter: Adapter,
  dialect: string,
  bytes: Uint8Array,
  replacement: Replacement,
  replaced: Replaced,
): Uint8Array | undefined {
  // A copy, and a plain array: slice of a Buffer would be a view.
  const text = Uint8Array.from(bytes)
  const before = find(adapter, dialect, text)
  if (before.finder.lost) return undefined
  const out = text.slice()
  const finds = [...before.finder.finds].sort((a, b) => a.from - b.from || a.to - b.to)
  let done = 0
  for (const { what, from, to } of finds) {
    if (from < done) continue
    const name = text.subarray(from, to)
    const token = replaceOne(what, name, adapter, replacement)
    if (!sameBytes(token, name)) replaced(what)
    out.set(token, from)
    done = to
  }
  return before.shape === find(adapter, dialect, out).shape ? out : undefined
}

function replaceOne(what: Find['what'], bytes: Uint8Array, adapter: Adapter, replacement: Replacement): Uint8Array {
  const replace = (name: Uint8Array): Uint8Array => replacement.of(name)
  if (what === 'line') return replaceMessage(bytes, replace)
  return adapter.escapes && what !== 'user' ? replaceSpelt(bytes, replace) : replace(bytes)
}

/** Reads a text; the shape is all that a reader says of it but the words that people chose. */
function find(adapter: Adapter, dialect: string, text: Uint8Array): { finder: Finder; shape: string } {
  let finder: Finder | undefined
  // A last line without a newline is like any other here.
  const reader = new Reader(watched(adapter), { dialect, asPrinted: true }, (name) => {
    finder = new Finder(adapter, name, {})
    return finder
  })
  reader.push(text)
  const views = reader.end()
  const shape = views.map(({ table, lines, diagnostics, totals, says }) => [
    table.length,
    Object.values(lines),
    [...diagnostics].map(({ code, line, column, length }) => `${code} ${line} ${column} ${length}`),
    totals.map(({ name, value }) => `${name} ${value}`),
    [...says],
  ])
  return { finder: finder as Finder, shape: JSON.stringify(shape) }
}
