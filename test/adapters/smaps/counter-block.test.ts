import { expect, test } from 'vitest'
import { smaps } from '../../../adapters/smaps/index.js'
import { parse } from '../../../src/ops/parse.js'

const line = (name: string, value: number): string => `${`${name}:`.padEnd(16)}${String(value).padStart(8)} kB\n`
const record = (lines: string, at = 0): string => `7f${at}000000000-7f${at}000001000 rw-p 00000000 00:00 0 \n${lines}`
const read = (...records: string[]) =>
  parse(smaps, Buffer.from(records.map((lines, at) => record(lines, at)).join('')))[0]
const KB = 1024

test('counters that stay as they were, and those that do not', () => {
  const texts = [4, 4, 8, 4, 12_345_678, 4].map((rss) => line('Size', 4) + line('Rss', rss) + line('Pss', 0))
  const view = read(...texts)
  expect([...(view ?? [])].map(({ counters }) => counters?.Rss)).toEqual(
    [4, 4, 8, 4, 12_345_678, 4].map((value) => value * KB),
  )
  expect([...(view ?? [])].map(({ counters }) => [counters?.Size, counters?.Pss])).toEqual(texts.map(() => [4 * KB, 0]))
  expect(view?.lines).toMatchObject({ regions: 6, parts: 18 })
})

test('a record that leaves a line out, or has another one, or a wider number', () => {
  const usual = line('Size', 4) + line('Rss', 4) + line('Pss', 0)
  const [view] = [
    read(usual, usual, line('Size', 4) + line('Pss', 8), usual, `${line('Size', 123_456_789)}${line('Rss', 8)}`),
  ]
  expect([...(view ?? [])].map(({ counters }) => counters)).toEqual([
    { Size: 4 * KB, Rss: 4 * KB, Pss: 0 },
    { Size: 4 * KB, Rss: 4 * KB, Pss: 0 },
    { Size: 4 * KB, Pss: 8 * KB },
    { Size: 4 * KB, Rss: 4 * KB, Pss: 0 },
    { Size: 123_456_789 * KB, Rss: 8 * KB },
  ])
})

test('every changed byte of a line is seen', () => {
  const usual = line('Size', 4) + line('Shared_Clean', 4)
  const wrong = line('Shared_Clean', 4)
  for (let at = 0; at < wrong.length; at++) {
    const changed = `${wrong.slice(0, at)}~${wrong.slice(at + 1)}`
    const view = read(usual, usual, line('Size', 4) + changed)
    expect(view?.table.counter(2, 'Shared_Clean'), changed).toBeUndefined()
    expect([...(view?.diagnostics ?? [])].length, changed).toBeGreaterThan(0)
  }
})
