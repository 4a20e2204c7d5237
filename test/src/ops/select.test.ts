import { expect, test } from 'vitest'
import { smaps } from '../../../adapters/smaps/index.js'
import { parse } from '../../../src/ops/parse.js'
import { selectRows } from '../../../src/ops/select.js'

const TEXT = [1, 2, 3]
  .map(
    (n) => `0000${n}000-0000${n}800 r-xp 00001000 103:0${n} ${n}                                  /bin/${n}
Rss:                   ${n} kB
NewThing:              ${n} apples
VmFlags: rd ex m${n}
`,
  )
  .join('')

test('chosen rows are whole, and in the order they were asked for', () => {
  const { table } = parse(smaps, new TextEncoder().encode(TEXT))[0]!
  expect(table.length).toBe(3)
  const chosen = selectRows(table, [2, 0])
  expect([...chosen]).toEqual([table.at(2), table.at(0)])
  expect([chosen.line(0), chosen.line(1)]).toEqual([table.line(2), table.line(0)])
  expect(chosen.layout(0)).toEqual(table.layout(2))
  expect(chosen.length).toBe(2)
})

test('no rows are a table too', () => {
  const { table } = parse(smaps, new TextEncoder().encode(TEXT))[0]!
  expect([...selectRows(table, [])]).toEqual([])
})
