import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ByteWriter } from '../../../src/scan/writer.js'

const text = (writer: ByteWriter): string => Buffer.concat([...writer.finish()]).toString('latin1')

test('numbers are right-aligned, and longer ones wider', () => {
  const numbers = fc.oneof(
    fc.nat(),
    fc.maxSafeNat(),
    fc.constantFrom(0, 9, 10, 99, 100, 2 ** 32 - 1, 2 ** 32, 2 ** 53 - 1),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(numbers, fc.integer({ min: -1, max: 20 }))), (cells) => {
      const writer = new ByteWriter()
      const expected = cells.map(([value, width]) => String(value).padStart(width))
      const sizes = cells.map(([value, width]) => writer.number(value, width))
      expect(sizes).toEqual(expected.map(({ length }) => length))
      expect(text(writer)).toBe(expected.join(''))
    }),
  )
})

test('a number that does not fit the piece stands in the next', () => {
  const writer = new ByteWriter()
  for (let i = 0; i < 10_000; i++) writer.number(i, 9)
  expect(text(writer)).toBe(Array.from({ length: 10_000 }, (_, i) => String(i).padStart(9)).join(''))
})
