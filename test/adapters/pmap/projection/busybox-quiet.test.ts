import { describe, expect, test } from 'vitest'
import { adapters } from '../../../../adapters/index.js'
import { maps } from '../../../../adapters/maps/index.js'
import { pmap } from '../../../../adapters/pmap/index.js'
import { compare } from '../../../../src/ops/compare.js'
import { parse } from '../../../../src/ops/parse.js'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const LONG = `/tmp/${'a'.repeat(250)}/${'b'.repeat(250)}/${'c'.repeat(250)}/${'d'.repeat(250)}`
const GONE = '/tmp/gone (deleted)'
/** Bytes that busybox up to 1.37 reads of a name: of 1,023, those behind the 73 of the columns before it. */
const MOST = 950

const kernel = (...names: readonly string[]) =>
  parse(
    maps,
    encode(
      names.map((name, row) => `${`${row + 1}000-${row + 2}000 r--p 00000000 fe:00 7`.padEnd(73)}${name}\n`).join(''),
    ),
  )
const busybox = (...names: readonly string[]) =>
  parse(
    pmap,
    encode(`1: a\n${names.map((name, row) => `00000000000${row + 1}000       4K r--p  ${name}\n`).join('')}`),
    { dialect: 'busybox' },
  )
const compared = (seen: readonly string[], shown: readonly string[]) => {
  const { verdict, pairs } = compare(adapters, [...kernel(...seen), ...busybox(...shown)])
  return { verdict, codes: pairs.flatMap(({ reasons }) => reasons.map(({ code }) => code)) }
}

describe('under -q, where no total tells the version', () => {
  test.each([
    ['whole names are of any version', ['/a'], ['/a'], 'agree', []],
    ['up to 1.37 a name ends at its first blank', [GONE], ['/tmp/gone'], 'explained', ['blank-cuts-name']],
    ['and at byte 1023 of its line', [LONG], [LONG.slice(0, MOST)], 'explained', ['long-line-split']],
    ['since 1.38 it ends at neither', [LONG, GONE], [LONG, GONE], 'agree', []],
    ['another name is a difference', [GONE], ['/tmp/come'], 'disagree', ['blank-cuts-name']],
    ['a text that keeps one blank cuts no name', [GONE, '/a b'], ['/tmp/gone', '/a b'], 'disagree', []],
    ['a text that keeps one long line cuts no name', [GONE, LONG], ['/tmp/gone', LONG], 'disagree', []],
  ])('%s', (_, seen, shown, verdict, codes) => {
    expect(compared(seen, shown)).toEqual({ verdict, codes })
  })
})
