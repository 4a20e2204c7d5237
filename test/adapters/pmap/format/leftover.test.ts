import { describe, expect, test } from 'vitest'
import { pmapImitation } from '../../../../adapters/pmap/call/imitation.js'
import { pmap } from '../../../../adapters/pmap/index.js'
import { smaps } from '../../../../adapters/smaps/index.js'
import type { Plan, View } from '../../../../src/adapter.js'
import { imitate } from '../../../../src/ops/imitate.js'
import { parse } from '../../../../src/ops/parse.js'

const encoder = new TextEncoder()
/** The bytes of a name that the first 1,023 of a line have. */
const FIRST = 950

/** What pmap prints of one mapping of this name. */
function printed(name: string, words: readonly string[], perms: string, version = '4.0.2'): string {
  const line = `00400000-00402000 ${perms} 00000000 fe:00 12`.padEnd(73)
  const counters = ['Size:                  8 kB', 'Rss:                   4 kB', 'Swap:                  0 kB']
  const text = encoder.encode(`${[line + name, ...counters].join('\n')}\n`)
  const [view] = parse(smaps, text, { asPrinted: true }) as [View]
  const run = { words: [...words, '-q', '7'], version, locale: 'C' } as const
  const plan = pmapImitation.plan(run) as Plan
  const seen = { pid: 7, state: 'there', view, facts: { process: { pid: 7, startStack: 1n } } } as const
  const { stdout } = imitate({ adapter: pmap, imitation: pmapImitation }, plan, run, [seen])
  return Buffer.concat([...stdout])
    .toString('latin1')
    .split('\n')
    .slice(1)
    .join('\n')
}

describe('the rest of a long line, with -x', () => {
  const row = '0000000000400000       8       4       0 r----'

  test('is read over the name of the row, with its newline where it begins like a counter', () => {
    const rest = `Zed/${'y'.repeat(100)}!`
    const name = `/low/${'x'.repeat(FIRST - 5)}${rest}`
    expect(printed(name, ['-x'], 'r--p')).toBe(`${row} ${rest.slice(73 + 5)}\n\n`)
    expect(printed(name, ['-xp'], 'r--p')).toBe(`${row} ${rest.slice(73)}\n\n`)
  })

  test('is what a row is named by, as far as the line of Swap is not read over that', () => {
    const name = `/low/${'x'.repeat(FIRST - 5)}`
    expect(printed(`${name}zz/leaf`, ['-x'], 'r--p')).toBe(`${row} p:                  0 kB\n\n`)
    expect(printed(`${name}${'z'.repeat(60)}/leaf`, ['-x'], 'r--p')).toBe(`${row} leaf\n`)
  })

  test('has no part in the name in 3.3.17, unless it is read over it', () => {
    expect(printed(`/low/${'x'.repeat(FIRST - 5)}/leaf`, ['-x'], 'r--p', '3.3.17')).toBe(
      `${row} ${'x'.repeat(FIRST - 5)}\n`,
    )
  })
})
