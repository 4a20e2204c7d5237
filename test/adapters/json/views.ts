import { json } from '../../../adapters/json/index.js'
import type { View } from '../../../src/adapter.js'
import { format, joined } from '../../../src/ops/format.js'
import { parse } from '../../../src/ops/parse.js'

/** The views in a JSON text. */
export function read(text: string | Uint8Array): readonly View[] {
  return parse(json, typeof text === 'string' ? new TextEncoder().encode(text) : text)
}

/** Views as JSON. */
export function written(views: View | readonly View[]): string {
  return new TextDecoder().decode(joined(format(json, views)))
}

/** A view's findings as `code line:column field`. */
export function findings(view: View | undefined): string[] {
  return [...view!.diagnostics].map(({ code, line, column, field }) =>
    `${code} ${line}:${column + 1} ${field ?? ''}`.trim(),
  )
}
