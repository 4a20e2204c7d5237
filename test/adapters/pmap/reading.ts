import { pmap } from '../../../adapters/pmap/index.js'
import type { Match, View } from '../../../src/adapter.js'
import type { Region } from '../../../src/model/region.js'
import { parse } from '../../../src/ops/parse.js'

/** The views of a text; a string is written as UTF-8. */
export function views(text: string | Uint8Array, dialect?: string): readonly View[] {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  return parse(pmap, bytes, dialect === undefined ? {} : { dialect })
}

/** The view that tells the dialect of them all: the first that has rows, for one without any has none to show. */
export function telling(all: readonly View[]): View | undefined {
  return all.find(({ table }) => table.length > 0) ?? all[0]
}

/** The one view of a text. */
export function view(text: string | Uint8Array, dialect?: string): View {
  const all = views(text, dialect)
  if (all.length !== 1) throw new Error(`${all.length} views`)
  return all[0] as View
}

/** The regions of a text about one process. */
export function regions(text: string | Uint8Array, dialect?: string): readonly Region[] {
  return [...view(text, dialect).table]
}

/** The pathnames of a text about one process. */
export function names(text: string | Uint8Array, dialect?: string): readonly (string | undefined)[] {
  return regions(text, dialect).map((region) => region.pathname)
}

/** What detection says of a text. */
export function detected(text: string): Match | undefined {
  return pmap.detect(new TextEncoder().encode(text))
}

/** Every finding of a text as `line:column code`, columns 1-based. */
export function findings(text: string | Uint8Array, dialect?: string): readonly string[] {
  return views(text, dialect).flatMap((one) =>
    [...one.diagnostics].map(({ line, column, code }) => `${line}:${column + 1} ${code}`),
  )
}
