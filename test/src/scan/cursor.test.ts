import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Cursor } from '../../../src/scan/cursor.js'

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))
const digits = (alphabet: string, most: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength: most })

describe('hex', () => {
  test('reads as many digits as there are', () => {
    const text = fc.tuple(fc.nat(5), digits('0123456789abcdef', 18), fc.constantFrom('', '-', ' ', 'g', '/', ':'))
    fc.assert(
      fc.property(text, ([before, number, after]) => {
        const cursor = new Cursor()
        const value = BigInt(`0x${number}`)
        const fits = value < 1n << 64n
        expect(
          cursor.hex(bytes(`${'7'.repeat(before)}${number}${after}`), before, before + number.length + after.length),
        ).toBe(fits)
        if (!fits) return
        expect([cursor.bigint(), cursor.at]).toEqual([value, before + number.length])
      }),
      { numRuns: 1000 },
    )
  })

  test.each(Array.from({ length: 16 }, (_, i) => i + 1))('reads no digit beyond its end: %i', (length) => {
    const cursor = new Cursor()
    expect(cursor.hex(bytes('123456789abcdef123456789'), 0, length)).toBe(true)
    expect([cursor.bigint(), cursor.at]).toEqual([BigInt(`0x${'123456789abcdef1'.slice(0, length)}`), length])
  })

  test('reads upper case only where that is asked for', () => {
    const cursor = new Cursor()
    expect(cursor.hex(bytes('7F00AB'), 0, 6)).toBe(true)
    expect([cursor.bigint(), cursor.at]).toEqual([7n, 1])
    expect(cursor.anyHex(bytes('x7F00ABx'), 1, 8)).toBe(true)
    expect([cursor.bigint(), cursor.at]).toEqual([0x7f00abn, 7])
  })

  test('finds no number where there is none', () => {
    expect(new Cursor().hex(bytes('-1'), 0, 2)).toBe(false)
    expect(new Cursor().hex(bytes('1'), 1, 1)).toBe(false)
  })
})

describe('decimal', () => {
  test('reads as many digits as there are', () => {
    fc.assert(
      fc.property(digits('0123456789', 22), fc.constantFrom('', ' ', 'a'), (number, after) => {
        const cursor = new Cursor()
        const fits = BigInt(number) < 1n << 64n
        expect(cursor.decimal(bytes(number + after), 0, number.length + after.length)).toBe(fits)
        if (fits) expect([cursor.bigint(), cursor.at]).toEqual([BigInt(number), number.length])
      }),
      { numRuns: 1000 },
    )
  })
})
