import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { maps } from '../../adapters/maps/index.js'
import { smaps } from '../../adapters/smaps/index.js'
import type { Adapter } from '../../src/adapter.js'
import type { Region } from '../../src/model/region.js'
import { format, joined } from '../../src/ops/format.js'
import { parse } from '../../src/ops/parse.js'
import { referenceMaps } from './maps.js'
import { referenceSmaps } from './smaps.js'

const cases: [file: string, adapter: Adapter, reference: (text: Uint8Array, dialect?: string) => Region[]][] = [
  ['maps', maps, referenceMaps],
  ['smaps', smaps, referenceSmaps],
  ['smaps_rollup', smaps, referenceSmaps],
]

/** The texts of every process that may be read and has mappings, by pid. */
function textsOf(file: string): [pid: string, text: Uint8Array][] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid): [string, Uint8Array][] => {
      try {
        return [[pid, readFileSync(`/proc/${pid}/${file}`)]]
      } catch {
        return []
      }
    })
    .filter(([, text]) => text.length > 0)
}

test.each(cases)('%s of every process reads as the reference reads it, and comes back', (file, adapter, reference) => {
  const texts = textsOf(file)
  expect(texts.map(([pid]) => pid)).toContain(String(process.pid))
  for (const [pid, text] of texts) {
    const [view] = parse(adapter, text)
    expect([...view!.table], `${file} of ${pid}`).toEqual(reference(text, view!.dialect))
    // A newer kernel may print what is new to us; that is a note.
    expect(view!.diagnostics.countOf('error'), `${file} of ${pid}`).toBe(0)
    expect(Buffer.from(joined(format(adapter, view!))).equals(text), `${file} of ${pid} comes back`).toBe(true)
  }
})
