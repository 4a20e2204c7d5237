import type { ProcessFacts, View } from '../../src/adapter.js'
import { ByteWriter } from '../../src/scan/writer.js'
import { diagnostics, origin, totals } from '../json/formatter.js'
import { quoteAll } from '../json/quote.js'
import { RegionWriter } from '../json/region.js'
import { PROCESS_KEYS } from '../json/shape.js'

const encoder = new TextEncoder()

/** Writes a heading for each view, and a line for each of its regions. */
export function* formatRegions(views: readonly View[]): Iterable<Uint8Array> {
  const writer = new ByteWriter()
  for (const view of views) {
    const found = diagnostics(view)
    const findings = found === '[]' ? '' : `,"diagnostics":${found}`
    writer.bytes(encoder.encode(`{"schema":"memmaps.heading/1",${origin(view)}${totals(view)}${findings}}\n`))
    const first = encoder.encode(`"schema":"memmaps.region/1"${processKeys(view.process)}`)
    const regions = new RegionWriter(writer, view.table, first)
    for (let row = 0; row < view.table.length; row++) {
      regions.write(row)
      writer.byte(0x0a)
      if ((row & 1023) === 0) yield* writer.take()
    }
  }
  yield* writer.finish()
}

function processKeys(process: ProcessFacts = {}): string {
  const known = PROCESS_KEYS.filter((key) => process[key] !== undefined).map((key) => {
    const value = process[key]
    return [key, typeof value === 'bigint' ? value.toString() : value]
  })
  return known.length === 0 ? '' : `,${quoteAll(Object.fromEntries(known)).slice(1, -1)}`
}
