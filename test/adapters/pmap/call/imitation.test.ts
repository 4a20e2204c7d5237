import { describe, expect, it } from 'vitest'
import { pmapImitation } from '../../../../adapters/pmap/call/imitation.js'
import type { Answer, Plan, Seen } from '../../../../src/adapter.js'

function planned(words: string, version = '4.0.2'): Plan | Answer {
  return pmapImitation.plan({ words: words.split(' ').filter(Boolean), version, locale: 'C' })
}

function said(words: string, version?: string): readonly [string, number] {
  const { stderr, exit } = planned(words, version) as Answer
  return [new TextDecoder().decode(stderr), exit]
}

const missing: Seen = { pid: 1, state: 'missing', facts: {} }
const unreadable: Seen = { pid: 2, state: 'unreadable', facts: {} }

describe('pmapImitation', () => {
  it('reads the words as getopt does', () => {
    expect(planned('0x10 -xp /proc/12 010 12')).toMatchObject({
      processes: [16, 12, 8, 12],
      reads: 'smaps',
      dialect: 'x',
    })
    expect(planned('-qXX 1')).toMatchObject({ reads: 'smaps', dialect: 'XX' })
    expect(planned('--dev 1')).toMatchObject({ reads: 'maps', dialect: 'd' })
    expect(planned('-A 10,20 1')).toMatchObject({ processes: [1], dialect: 'default' })
    expect(planned('-x 1', 'busybox-1.30.1')).toMatchObject({ reads: 'smaps', dialect: 'busybox-1.30-x' })
  })

  it('ends as pmap does', () => {
    const end = (words: string, seen: readonly Seen[], version?: string): number =>
      (planned(words, version) as Plan).end(seen, 0).exit
    expect(end('1 2', [missing, unreadable])).toBe(43)
    expect(end('1', [missing])).toBe(42)
    expect(end('2', [unreadable])).toBe(1)
    expect(end('2', [unreadable], 'busybox-1.38.0')).toBe(42)
    expect(end('1', [missing], 'toybox-0.8.9')).toBe(1)
  })

  it('says what pmap says of words that do not go together', () => {
    expect(said('-x -d 1')).toEqual(['pmap: options -c, -C, -d, -n, -N, -x, -X are mutually exclusive\n', 1])
    expect(said('-A zz 1')).toEqual(["pmap: failed to parse argument: 'zz'\n", 1])
    expect(said('-x')).toEqual(['pmap: argument missing\n', 1])
    expect(said('/proc/x')).toEqual(['pmap: library failed pids statistics\n', 1])
    expect(said('/proc/x', '3.3.17')).toEqual(['', 0])
  })

  it('refuses what is not imitated', () => {
    expect(() => planned('-c 1')).toThrow('pmap -c is not imitated yet')
    expect(() => planned('-k 1')).toThrow('has no option -k')
    expect(planned('-k 1', '4.0.7')).toMatchObject({ processes: [1] })
  })
})
