import { adapters } from '../../adapters/index.js'
import type { Adapter, View } from '../../src/adapter.js'
import type { GoldenReading, GoldenView } from '../../src/golden/types.js'
import { format, joined } from '../../src/ops/format.js'
import { parse, type ReadOptions } from '../../src/ops/parse.js'

/** How the adapter of that name reads a text, in the words of a case's `expect`. */
export function readingOf(name: string, text: Uint8Array, options: ReadOptions = {}): GoldenReading {
  const views = parse(adapterNamed(name), text, options)
  return {
    lines: views.map(({ lines }) => lines),
    diagnostics: views.flatMap(({ diagnostics }) =>
      [...diagnostics].map(({ code, line, column, field }) => ({
        code,
        line,
        column,
        ...(field === undefined ? {} : { field }),
      })),
    ),
    views: views.map(canonical),
  }
}

/** A view as canonical JSON, without the findings: those stand beside it. */
function canonical(view: View): GoldenView {
  const bytes = joined(format(adapterNamed('json'), view))
  const { diagnostics: _, ...said } = JSON.parse(new TextDecoder().decode(bytes))
  return said
}

function adapterNamed(name: string): Adapter {
  const adapter = adapters.find((one) => one.name === name)
  if (adapter === undefined) throw new Error(`no adapter has the name ${name}`)
  return adapter
}
