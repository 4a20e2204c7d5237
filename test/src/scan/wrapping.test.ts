import { describe, expect, test } from 'vitest'
import { adapters } from '../../../adapters/index.js'
import { parse } from '../../../src/ops/parse.js'
import { BARE, indented, isBare, unwrapped, wrappingOf } from '../../../src/scan/wrapping.js'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const text = (list: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(list)
const inner = (wrapped: string): string => text(unwrapped(bytes(wrapped), wrappingOf(bytes(wrapped))))

describe('what stands around lines', () => {
  test('is nothing in a text as it was printed', () => {
    expect(isBare(wrappingOf(bytes('a b\nc\n')))).toBe(true)
    expect(isBare(wrappingOf(bytes('')))).toBe(true)
    expect(isBare(BARE)).toBe(true)
  })

  test.each([
    ['a byte order mark', '\ufeffa\nb\n', 'a\nb\n'],
    ['CR LF', 'a\r\nb\r\n', 'a\nb\n'],
    ['CR LF, the last line cut', 'a\r\nb', 'a\nb'],
    ['the quotes of a mail', '> a\n> b\n', 'a\nb\n'],
    ['quotes of quotes', '> > a\n> > b\n', 'a\nb\n'],
    ['quotes without blanks', '>a\n>b\n', 'a\nb\n'],
    ['quotes before lines that begin with a blank', '> a\n>  b\n', 'a\n b\n'],
    ['an empty line that lost the blank of its quote', '> a\n>\n> b\n', 'a\n\nb\n'],
    ['quotes on a single line without a newline', '> a', 'a'],
    ['all of it', '\ufeff> a\r\n> b\r\n', 'a\nb\n'],
  ])('%s', (_, wrapped, expected) => {
    expect(inner(wrapped)).toBe(expected)
  })

  test.each([
    ['a name that ends in CR', '/a\r\n/b\n'],
    ['a name that begins with a quote', '> a\nb\n'],
    ['a mark that is not at the beginning', 'a\n\ufeffb\n'],
  ])('is not %s', (_, wrapped) => {
    expect(inner(wrapped)).toBe(wrapped)
  })

  test('is indentation only where every line that is not blank has it', () => {
    const shift = (wrapped: string): string | undefined => {
      const found = indented(wrappingOf(bytes(wrapped)), bytes(wrapped))
      return found === undefined ? undefined : text(unwrapped(bytes(wrapped), found))
    }
    expect(shift('  a\n    b\n\n  c\n')).toBe('a\n  b\n\nc\n')
    expect(shift('\ta\n\tb\n')).toBe('a\nb\n')
    expect(shift('>   a\n>   b\n')).toBe('a\nb\n')
    expect(shift('  a\nb\n')).toBeUndefined()
    expect(shift('  a\n\tb\n')).toBeUndefined()
  })
})

describe('a finding in a pasted text', () => {
  const named = (name: string) => adapters.find((adapter) => adapter.name === name)!
  const place = (adapter: string, pasted: string) =>
    [...parse(named(adapter), bytes(pasted))[0]!.diagnostics]
      .filter(({ severity }) => severity === 'error')
      .map(({ line, column, byte, length }) => [line, column, pasted.slice(byte, byte + length)])

  test.each([
    ['maps', '> 55e9b7394000-55e9b73b5000 r-xp 0 08:01 x /a\r\n'.repeat(2), 41, 'x'],
    ['json', '> {"schema":"memmaps.view/1",\r\n> "regions":[{"start":7}]}\r\n', 22, '7'],
  ])('has its place in the text as it is: %s', (adapter, pasted, column, found) => {
    expect(place(adapter, pasted)).toContainEqual([2, column, found])
  })
})
