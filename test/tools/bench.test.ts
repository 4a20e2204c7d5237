import { describe, expect, it } from 'vitest'
import { goals, isNeeded } from '../../tools/bench/goals.js'
import { interleave } from '../../tools/bench/rounds.js'
import { ratioTo } from '../../tools/bench/statistics.js'
import { sectionText } from '../../tools/bench/table.js'

const row = (name: string, walls: number[], more: object = {}) => ({ name, walls, ...more })

describe('goals', () => {
  const live = (ours: number[]) => [
    { name: 'live-maps', title: '', rows: [row('raw read', [10, 20, 30]), row('memmaps', ours)] },
  ]

  it.each([
    [[12, 22, 33], 'met'],
    [[12, 30, 45], 'missed'],
  ])('says of %j that it is %s', (ours, verdict) => {
    expect(goals(live(ours))).toMatchObject([{ goal: '≤ 1.25', floor: '1.00: raw read', verdict }])
  })

  it('says which peer is not there, and leaves out what did not run', () => {
    const rows = [row('raw read', [1]), row('memmaps', [1]), row('Rust procfs', [], { skipped: 'skipped: no cargo' })]
    const [, second, ...others] = goals([{ name: 'live-smaps', title: '', rows }])
    expect(second).toMatchObject({ measured: 'skipped: no cargo', verdict: 'not measured' })
    expect(others).toEqual([])
  })

  it('judges by the size that is worst for us', () => {
    const jc = (lines: number, ours: number) => ({
      name: `jc-${lines}`,
      title: '',
      rows: [row('jc', [100]), row('memmaps', [ours]), row('node -e 0', [40])],
    })
    const [only] = goals([jc(10, 60), jc(1000, 20)])
    expect(only).toMatchObject({ measured: expect.stringMatching(/^0\.60 .* at 10 lines$/), verdict: 'missed' })
  })

  it('wants the rows that they are about in every round', () => {
    expect(isNeeded('maps', 'Rust procfs')).toBe(true)
    expect(isNeeded('maps', 'reference, text in memory')).toBe(false)
  })
})

describe('rounds', () => {
  it('leaves a slow job that nobody needs after three', async () => {
    const job = (wall: number, needed: boolean) => ({ run: async () => ({ wall }), needed })
    const samples = await interleave([job(2_000, false), job(2_000, true), job(1, false)], { warmup: 1, rounds: 5 })
    expect(samples.map(({ length }) => length)).toEqual([3, 5, 5])
  })

  it('compares the rounds that both did', () => {
    expect(ratioTo(row('a', [2, 4]), row('b', [1, 1, 1, 1]))).toMatchObject({ median: 3 })
  })
})

it('names in a table what was skipped', () => {
  const rows = [row('cat', [1, 3]), row('jc', [], { skipped: 'skipped: jc is not installed' })]
  const lines = sectionText({ name: 'x', title: 'Commands', rows }).split('\n')
  expect(lines.slice(3).map((line) => line.trim().split(/\s{2,}/))).toEqual([
    ['cat', '1.00', '(1.00–1.00)', '2.0', '(1.5–2.5)', '2'],
    ['jc', 'skipped: jc is not installed'],
  ])
})
