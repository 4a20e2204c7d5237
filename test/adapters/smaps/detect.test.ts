import { expect, test } from 'vitest'
import { detectMaps } from '../../../adapters/maps/detect.js'
import { detectSmaps } from '../../../adapters/smaps/detect.js'
import { RECORDS, ROLLUP } from './kernels.js'

const head = (text: string): Uint8Array => new TextEncoder().encode(text).subarray(0, 1024)

test.each(
  Object.entries({ ...RECORDS, rollup: ROLLUP }),
)('knows Linux %s for sure, and maps does not claim it', (_, text) => {
  expect(detectSmaps(head(text))?.confidence).toBe('sure')
  expect(detectMaps(head(text))).toBeUndefined()
})

test('knows the Name line of Android', () => {
  const text = '7f0000000000-7f0000001000 rw-p 00000000 00:00 0 \nName:           [anon:libc_malloc]\n'
  expect(detectSmaps(head(text))?.confidence).toBe('sure')
})

test('takes a text that begins inside a record for likely', () => {
  expect(detectSmaps(head('Pss:                   4 kB\nVmFlags: rd \n'))?.confidence).toBe('likely')
})

test.each([
  ['maps', '7f0000000000-7f0000001000 rw-p 00000000 00:00 0 \n7f0000001000-7f0000002000 r--p 00000000 00:00 0 \n'],
  ['meminfo', 'MemTotal:        8000000 kB\nMemFree:          100000 kB\n'],
  ['nothing', ''],
  ['bytes', '\u0000\u0001\u0002'],
])('does not claim %s', (_, text) => {
  expect(detectSmaps(head(text))).toBeUndefined()
})
