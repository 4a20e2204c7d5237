import { describe, expect, test } from 'vitest'
import { lsofImitation } from '../../../../adapters/lsof/call/imitation.js'
import type { Plan, Seen } from '../../../../src/adapter.js'

function plan(line: string, version = '4.99.4'): Plan {
  return lsofImitation.plan({ words: line.split(' '), version, locale: 'C' }) as Plan
}

function seen(pid: number, facts: Seen['facts']['process'] = {}): Seen {
  return { pid, state: 'there', facts: { process: { pid, ...facts } } }
}

describe('what a run of lsof is planned as', () => {
  test.each([
    ['-nPap 7 -dmem', [7], 'table'],
    ['-a -p 9,7 -p 7 -d mem,txt,DEL -F0', [7, 9], 'fields0'],
    ['-a -p 7 -d mem -Fpn +c15 +L', [7], 'fields'],
    ['-a -p 7 -dmem -F -nP', [7], 'fields'],
    ['-d mem', 'all', 'table'],
  ])('%s', (line, processes, dialect) => {
    expect(plan(line)).toMatchObject({ processes, dialect, reads: 'maps' })
  })

  test('JSON since 4.99.7', () => {
    expect(plan('-a -p 7 -d mem -J', '4.99.7').dialect).toBe('json')
  })

  test('all processes where one that was not asked for counts as found', () => {
    expect(plan('-a -p 7 -u 0 -d mem').processes).toBe('all')
    expect(plan('-a -p 7 -c sh -d mem').processes).toEqual([7])
  })

  test('threads are wanted for -K, the process before for an empty name', () => {
    expect(plan('-a -p 7 -d mem -K').wants).toContain('tasks')
    expect([plan('-a -p 7 -d mem').wants, plan('-a -p 7 -d mem', '4.95.0').wants]).toEqual([
      ['stats', 'locks', 'packetSockets'],
      ['stats', 'locks', 'statBefore'],
    ])
  })

  test.each([
    ['-d mem -i', '-i is not about'],
    ['-d mem +D /tmp', '+D selects'],
    ['-d mem +d /tmp', '+d selects'],
    ['-p 7 -d mem', 'without -a'],
    ['-c sh -d mem', 'without -a'],
    ['-K -d mem', 'without -a'],
    ['-a -p 7', 'without -d'],
    ['-a -p 7 -d ^mem', '-d ^mem is not only'],
    ['-a -p 7 -d mem /bin/sh', '/bin/sh selects'],
    ['-a -p 7 -d mem -r', 'repeats'],
    ['-a -p 7 -d mem -e /', '-e keeps'],
    ['-v', '-v tells'],
    ['-a -p 7 -d mem +L1', '+L1 selects'],
  ])('%s is refused: %s', (line, message) => {
    expect(() => plan(line)).toThrow(message)
  })
})

describe('how a run ends', () => {
  test('1 where a process is missing or a zombie, but for -Q', () => {
    const missing: Seen = { pid: 7, state: 'missing', facts: {} }
    expect(plan('-a -p 7 -d mem').end([missing], 0).exit).toBe(1)
    expect(plan('-a -p 7 -d mem -Q').end([missing], 0).exit).toBe(0)
    expect(plan('-a -p 7 -d mem').end([seen(7, { state: 'Z' })], 0).exit).toBe(1)
    expect(plan('-a -p 7 -d mem').end([seen(7, { state: 'S' })], 0).exit).toBe(0)
  })

  test('an unbalanced bracket hides a process before 4.99.7', () => {
    const bracket = seen(7, { command: 'nc (' })
    expect(plan('-a -p 7 -d mem').selects?.(bracket)).toBe(false)
    expect(plan('-a -p 7 -d mem', '4.99.7').selects?.(bracket)).toBe(true)
  })
})
