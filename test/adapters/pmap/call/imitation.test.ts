import { describe, expect, it } from 'vitest'
import { pmapImitation } from '../../../../adapters/pmap/call/imitation.js'
import type { Plan, Seen } from '../../../../src/adapter.js'
import { planned, said } from './reading.js'

const missing: Seen = { pid: 1, state: 'missing', facts: {} }
const unreadable: Seen = { pid: 2, state: 'unreadable', facts: {} }

function end(words: string, seen: readonly Seen[], version?: string): readonly [string, number] {
  const { stderr = new Uint8Array(0), exit } = (planned(words, version) as Plan).end(seen, 0)
  return [Buffer.from(stderr).toString(), exit]
}

describe('pmapImitation', () => {
  it('reads the words as getopt does', () => {
    expect(planned('0x10 -xp /proc/12 010 12')).toMatchObject({
      processes: [16, 12, 8, 12],
      reads: 'smaps',
      dialect: 'x',
      words: ['-x', '-p', '16', '12', '8', '12'],
    })
    expect(planned('-qXX 1')).toMatchObject({ reads: 'smaps', dialect: 'XX' })
    expect(planned('--dev 1 --sho')).toMatchObject({ reads: 'maps', dialect: 'd', words: ['-d', '-p', '1'] })
    expect(planned('-x 1', 'busybox-1.30.1')).toMatchObject({ reads: 'smaps', dialect: 'busybox-1.30-x' })
  })

  it.each([
    ['-A 10,20', '-A 10,20'],
    ['-A 10', '-A 10'],
    ['-A 10, -A ,20', '-A 10,20'],
    ['-A 0x10,', '-A 10,ffffffffffffffff'],
    ['-A 0,-1', '-A 0,ffffffffffffffff'],
    ['-A 1,10000000000000000', '-A 1,ffffffffffffffff'],
  ])('reads the addresses of %s as strtoul does', (words, plain) => {
    expect((planned(`${words} 1`) as Plan).words).toEqual([...plain.split(' '), '1'])
  })

  it('ends as pmap does', () => {
    expect(end('1 2', [missing, unreadable])).toEqual(['', 43])
    expect(end('1', [missing])).toEqual(['', 42])
    expect(end('2', [unreadable])).toEqual(['', 1])
    expect(end('2', [unreadable], 'busybox-1.38.0')).toEqual(['', 42])
    expect(end('1', [missing], 'toybox-0.8.9')).toEqual(['pmap: no /proc/1/cmdline\n', 1])
  })

  it('says what pmap says of words that do not go together', () => {
    expect(said('-x -d 1')[1]).toBe('pmap: options -c, -C, -d, -n, -N, -x, -X are mutually exclusive\n')
    for (const bad of ['zz', '1,2,3', '0x']) {
      expect(said(`-A ${bad} 1`)).toEqual(['', `pmap: failed to parse argument: '${bad}'\n`, 1])
    }
    expect(said('-r -x')).toEqual([
      '',
      'pmap: option -r is ignored as SunOS compatibility\npmap: argument missing\n',
      1,
    ])
    expect(said('/proc/x')).toEqual(['', 'pmap: library failed pids statistics\n', 1])
    expect(planned('/proc/x', '3.3.17')).toMatchObject({ processes: [] })
  })

  it('takes 255 pids from 4.0.0 to 4.0.4', () => {
    const pids = '2 '.repeat(256)
    expect(said(pids)).toEqual(['', 'pmap: library failed pids statistics\n', 1])
    expect((planned(pids, '4.0.7') as Plan).processes).toHaveLength(256)
    expect((planned(pids, '3.3.17') as Plan).processes).toHaveLength(256)
  })

  it.each(['plan9', 'busybox', '4', ''])('knows no pmap %j', (version) => {
    expect(() => planned('1', version)).toThrow(`there is no pmap ${version}`)
  })

  it('takes the last of its versions for the newest of procps', () => {
    expect(pmapImitation.versions.at(-1)).toBe('4.0.7')
    expect(() => planned('1', '3.3.4')).toThrow('procps-ng 3.3.0 to 3.3.6 is not imitated')
  })
})
