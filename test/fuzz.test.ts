import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { adapters } from '../adapters/index.js'
import type { Adapter, LineParser } from '../src/adapter.js'
import { goldenCaptures, goldenCases } from '../src/golden/index.js'
import { detect } from '../src/ops/detect.js'
import { format } from '../src/ops/format.js'
import { parse } from '../src/ops/parse.js'
import { explain } from '../src/report/wording.js'
import { corpusOf, inputOf } from '../tools/fuzz/inputs.js'
import { use } from '../tools/fuzz/oracle.js'

const library = { adapters, detect, parse, format, explain }
const corpus = corpusOf(goldenCases(), goldenCaptures(fileURLToPath(new URL('../golden/captures', import.meta.url))))
const maps = adapters[0] as Adapter

/** `npm run fuzz` reads a million. */
const RUNS = 6_000

test('no broken text breaks a law', () => {
  const broken: string[] = []
  for (let number = 0; number < RUNS; number++) {
    const input = inputOf(corpus, 1, number)
    try {
      use(library, input)
    } catch (error) {
      broken.push(`input ${number} of seed 1 (${input.how}): ${error}`)
    }
  }
  expect(broken).toEqual([])
})

test('inputs are the same every time, and of every kind', () => {
  const made = Array.from({ length: 50 }, (_, number) => inputOf(corpus, 7, number))
  expect(made).toEqual(Array.from({ length: 50 }, (_, number) => inputOf(corpus, 7, number)))
  expect([...new Set(made.map(({ how }) => how))].sort()).toEqual(['bytes', 'damaged', 'spliced', 'whole'])
})

describe('the oracle sees', () => {
  const input = { how: 'whole', adapter: 'maps', bytes: new TextEncoder().encode('a\nb\n') }
  const withParser = (make: (parser: LineParser) => LineParser): Adapter => ({
    ...maps,
    detect: () => undefined,
    open: (sink, options) => make(maps.open(sink, options)),
  })
  const run = (adapter: Adapter) => use({ ...library, adapters: [adapter] }, input)

  test('a good reader as good', () => {
    expect(run(withParser((parser) => parser))).toBe('undetected')
  })

  test('a line that vanishes', () => {
    expect(() => run(withParser(() => ({ line: () => {}, end: () => {} })))).toThrow('accounts for 0 of 2 lines')
  })

  test('a line that is kept out without a finding', () => {
    const silent: Adapter = {
      ...maps,
      detect: () => undefined,
      open: (sink) => ({ line: () => sink.reject(), end: () => {} }),
    }
    expect(() => run(silent)).toThrow('without a finding')
  })

  test('a crash', () => {
    const crash = () => {
      throw new RangeError('out of range')
    }
    expect(() => run(withParser(() => ({ line: crash, end: () => {} })))).toThrow('out of range')
  })

  test('memory that is not bounded by the text', () => {
    const greedy: Adapter = {
      ...maps,
      detect: () => undefined,
      open: (sink) => ({
        line: () => {
          sink.region()
          sink.extra(Uint8Array.of(0x61), new Uint8Array(1 << 22))
        },
        end: () => {},
      }),
    }
    expect(() => run(greedy)).toThrow('bytes of memory')
  })
})
