import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NewlineFinder } from '../../../src/scan/newline.js'

const byte = fc.oneof(fc.constant(0x0a), fc.constantFrom(0x00, 0x09, 0x0b, 0x8a, 0xff), fc.nat(255))

test('finds what indexOf finds, wherever the search begins and ends', () => {
  const finder = new NewlineFinder()
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), fc.array(byte, { maxLength: 40 }), (before, text) => {
      // A view into a larger buffer: its first byte is not the buffer's.
      const bytes = Uint8Array.from([...before, ...text]).subarray(before.length)
      for (let from = 0; from <= bytes.length; from++) {
        for (const to of [from, bytes.length]) {
          expect(finder.find(bytes, from, to)).toBe(bytes.subarray(0, to).indexOf(0x0a, from))
        }
      }
    }),
  )
})

test('sees what was written into bytes that it knows', () => {
  const finder = new NewlineFinder()
  const bytes = new Uint8Array(9)
  expect(finder.find(bytes, 0, 9)).toBe(-1)
  bytes[6] = 0x0a
  expect(finder.find(bytes, 0, 9)).toBe(6)
})
