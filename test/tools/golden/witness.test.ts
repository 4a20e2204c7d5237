import { expect, test } from 'vitest'
import type { CapturedText } from '../../../src/capture/types.js'
import type { GoldenReading } from '../../../src/golden/types.js'
import { readingOf } from '../../../tools/golden/reading.js'
import { refuseUnlessPlain } from '../../../tools/golden/witness.js'

const text = (adapter: string, dialect: string, latin1: string): CapturedText => {
  return { adapter, dialect, file: 'the-text', bytes: new Uint8Array(Buffer.from(latin1, 'latin1')) }
}
const MAPS = text(
  'maps',
  '64bit',
  `${'7f0000000000-7f0000001000 r-xp 00001000 fd:01 42'.padEnd(73)}/caf\xe9\n7f0000001000-7f0000002000 rw-p 00000000 00:00 0 \n`,
)
const PMAP = text('pmap', 'default', '7:   sh\n00007f0000000000      4K r-x-- caf\xe9\n total                4K\n')

const read = ({ adapter, dialect, bytes }: CapturedText): GoldenReading => readingOf(adapter, bytes, { dialect })

/** The reading with something done to its regions. */
function altered(reading: GoldenReading, deed: (regions: Record<string, unknown>[]) => void): GoldenReading {
  const copy = structuredClone(reading)
  deed(copy.views[0]?.regions as Record<string, unknown>[])
  return copy
}

test.each([MAPS, PMAP])('what the parser reads of $adapter is what a plain reader reads', (one) => {
  expect(read(one).views[0]?.regions.length).toBeGreaterThan(0)
  expect(() => refuseUnlessPlain(one, read(one))).not.toThrow()
})

test.each<[string, CapturedText, (regions: Record<string, unknown>[]) => void]>([
  ['another inode', MAPS, ([first]) => Object.assign(first!, { inode: '43' })],
  ['another byte of a name', MAPS, ([first]) => Object.assign(first!, { pathnameBase64: 'L2NhZug=' })],
  ['a region less', MAPS, (regions) => regions.pop()],
  ['a region more', MAPS, (regions) => regions.push(regions[0]!)],
  ['a field more', PMAP, ([first]) => Object.assign(first!, { offset: '0' })],
])('%s is refused', (_, one, deed) => {
  expect(() => refuseUnlessPlain(one, altered(read(one), deed))).toThrow('the-text: a plain reader reads')
})

test('a text that no kernel prints is refused by its name', () => {
  const cut = { ...MAPS, bytes: MAPS.bytes.subarray(0, -1) }
  expect(() => refuseUnlessPlain(cut, read(cut))).toThrow('the-text: a plain reader cannot read it')
})
