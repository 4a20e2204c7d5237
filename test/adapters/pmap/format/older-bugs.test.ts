import { describe, expect, it } from 'vitest'
import { ran } from './running.js'

const COUNTERS = 'Size: 4 kB\nRss: 4 kB\nShared_Dirty: 0 kB\nPrivate_Dirty: 4 kB\nSwap: 0 kB\nSwapPss: 0 kB\n'
const SMAPS = ['00010000-00011000', '00020000-00021000']
  .map((range) => `${range} rw-p 00000000 00:00 0\n${COUNTERS.replaceAll(': ', `:${' '.repeat(12)}`)}`)
  .join('')

function rows(words: string, version: string): readonly string[] {
  return ran(`${words} -q`, version, SMAPS)[0].split('7:   []\n')[1]?.split('8:')[0]?.trimEnd().split('\n') as string[]
}

const BELOW = '0000000000010000       0       4       4  rw-p (null)'
const BELOW_IDLE = '0000000000010000       0       0       0  rw-p (null)'
const SHOWN = '0000000000020000       4       4       4 rw---   [ anon ]'
const SHOWN_IDLE = '0000000000020000       0       0       0 rw---   [ anon ]'

describe('-x with -A', () => {
  it('leaves out what is below the range since 3.3.15, shows it up to then, and twice up to 3.3.12', () => {
    expect(rows('-x -A 20000', '3.3.15')).toEqual([SHOWN])
    expect(rows('-x -A 20000', '3.3.14')).toEqual([BELOW, SHOWN])
    expect(rows('-x -A 20000', '3.3.12')).toEqual([BELOW, BELOW_IDLE, SHOWN, SHOWN_IDLE])
  })
})

describe('a pmap built for 32 bits', () => {
  it('prints addresses of eight digits', () => {
    expect(ran('-d', '4.0.2-32bit', SMAPS)[0].split('\n').slice(1, 5)).toEqual([
      'Address   Kbytes Mode  Offset           Device    Mapping',
      '00010000       4 rw--- 0000000000000000 000:00000   [ anon ]',
      '00020000       4 rw--- 0000000000000000 000:00000   [ anon ]',
      'mapped: 8K    writeable/private: 8K    shared: 0K',
    ])
    expect(ran('-A 1', '4.0.2-32bit', SMAPS)[0].split('\n').slice(0, 2)).toEqual(['7:   []', ' total        0K'])
    expect(ran('-x', '4.0.2-32bit', SMAPS)[0].split('\n').slice(1, 6)).toEqual([
      'Address   Kbytes     RSS   Dirty Mode  Mapping',
      '00010000       4       4       4 rw---   [ anon ]',
      '00020000       4       4       4 rw---   [ anon ]',
      '-------- ------- ------- ------- ',
      'total kB       8       8       8',
    ])
  })

  it('is not asked about addresses of 64', () => {
    const long = SMAPS.replaceAll('000', '0000000')
    expect(() => ran('-x', '4.0.2-32bit', long.replace('00000001', '00000011'))).toThrow('cannot print addresses of 64')
  })
})
