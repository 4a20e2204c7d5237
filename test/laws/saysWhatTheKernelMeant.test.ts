import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { KernelRegion } from '../../arbitraries/region.js'
import { mapsText } from '../../arbitraries/wild/maps-text.js'
import { smapsText } from '../../arbitraries/wild/smaps-text.js'
import type { View } from '../../src/adapter.js'
import { parse } from '../../src/ops/parse.js'
import { adapterNamed } from './corpus.js'
import { runs } from './runs.js'

/** Holds what was read against what was printed, byte for byte in the names. */
function meant({ table, diagnostics }: View, regions: readonly KernelRegion[]): void {
  expect([...diagnostics]).toEqual([])
  expect(table.length).toBe(regions.length)
  regions.forEach((region, row) => {
    const { start, end, perms, offset, device, inode } = table.at(row)
    const { major, minor, pathname, ...rest } = region
    expect({ start, end, perms, offset, inode, device }).toEqual({ ...rest, device: { major, minor } })
    expect(Buffer.from(table.pathnameBytes(row)!).toString('latin1')).toBe(Buffer.from(pathname).toString('latin1'))
  })
}

test('maps is read as the kernel meant it', () => {
  fc.assert(
    fc.property(mapsText, ({ text, regions }) => {
      const [view] = parse(adapterNamed('maps'), text, { asPrinted: true })
      meant(view!, regions)
    }),
    runs(300),
  )
})

test('smaps is read as the kernel meant it', () => {
  fc.assert(
    fc.property(smapsText, ({ text, records }) => {
      const [view] = parse(adapterNamed('smaps'), text, { asPrinted: true })
      meant(
        view!,
        records.map(({ region }) => region),
      )
      records.forEach(({ counters, vmFlags }, row) => {
        const unit = (name: string): number => (name === 'THPeligible' || name === 'ProtectionKey' ? 1 : 1024)
        const bytes = [...counters].map(([name, value]) => [name, value * unit(name)])
        expect(view!.table.at(row).counters).toEqual(Object.fromEntries(bytes))
        expect(view!.table.vmFlags(row)).toEqual(vmFlags)
      })
    }),
    runs(200),
  )
})
