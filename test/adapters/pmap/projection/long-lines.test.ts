import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { adapters } from '../../../../adapters/index.js'
import { pmap } from '../../../../adapters/pmap/index.js'
import type { View } from '../../../../src/adapter.js'
import { compare } from '../../../../src/ops/compare.js'
import { parse } from '../../../../src/ops/parse.js'

const FOLDER = fileURLToPath(new URL('../../../../golden/pmap/', import.meta.url))
const decode = (name: string): string => readFileSync(`${FOLDER}${name}.txt`, 'latin1')
const read = (text: string, dialect: string): View =>
  parse(
    pmap,
    Uint8Array.from(text, (byte) => byte.charCodeAt(0)),
    { dialect },
  )[0] as View

/** One process whose executable has a path of 1,000 bytes, as three programs show it. */
const TEXTS = [
  ['valid/busybox-long-lines-whole', 'busybox'],
  ['invalid/busybox-old-quiet-long-lines', 'busybox'],
  ['invalid/busybox-old-x-quiet-long-lines', 'busybox-x'],
  ['invalid/long-lines-x-4-0-7', 'x'],
  ['invalid/long-lines-whole-paths-4-0-7', 'default'],
] as const
const PAIRS = TEXTS.flatMap((left, place) => TEXTS.slice(place + 1).map((right) => [left, right] as const))

describe.each(PAIRS)('%j and %j', ([left, leftDialect], [right, rightDialect]) => {
  const one = read(decode(left), leftDialect)

  test('can be true together', () => {
    const { verdict, pairs } = compare(adapters, [one, read(decode(right), rightDialect)])
    expect(pairs.flatMap(({ differences }) => differences)).toEqual([])
    expect(verdict).not.toBe('disagree')
    const differ = [left, right].some((name) => /-whole$|-x-4-0-7$/.test(name))
    const codes = pairs.flatMap(({ reasons }) => reasons.map(({ code }) => code))
    // Two that end names at one place have nothing to explain.
    expect(codes.includes('long-line-split')).toBe(differ)
  })

  test('but not where another file is called otherwise, or left out', () => {
    const text = decode(right)
    for (const other of [text.replace('libc.so.6', 'libc.so.7'), text.replace(/.*libc\.so\.6\n/, '')]) {
      expect(other).not.toBe(text)
      expect(compare(adapters, [one, read(other, rightDialect)]).verdict).toBe('disagree')
    }
  })
})
