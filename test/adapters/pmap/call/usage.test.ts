import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { planned, said } from './reading.js'

const version = spawnSync('pmap', ['-V'], { encoding: 'utf8' }).stdout?.split(' ').at(-1)?.trim()

const WRONG = [
  '',
  '-Z',
  '-A',
  '-Vx',
  '-xh',
  '--ran',
  '--quiet=3 1',
  '--sho --foo',
  '--re 1',
  '-x',
  '0',
  'abc',
  '1 abc',
  '08',
  '0x',
  '+1',
  '-- -x',
  '2147483648',
  '/proc/1/',
  '-h',
  '--help',
  '-V',
  '-n -q',
  '-n 1',
  '-c -x 1',
  '-C /nonexistent 1',
]

describe.skipIf(version === undefined)('the words that pmap itself answers at once', () => {
  it.each(WRONG)('%s', (words) => {
    const { stdout, stderr, status } = spawnSync('pmap', words.split(' ').filter(Boolean), {
      env: { PATH: process.env.PATH, LC_ALL: 'C', HOME: '/nonexistent' },
      encoding: 'utf8',
    })
    expect(said(words, version, { home: '/nonexistent' })).toEqual([stdout, stderr, status])
  })
})

describe('the usage of other pmaps', () => {
  it('has -k from 4.0.6 on', () => {
    expect(said('-h', '4.0.4')[0]).not.toContain('-k')
    expect(said('-h', '4.0.6')[0]).toContain(' -k, --use-kernel-name       use names provided by kernel\n')
    expect(said('-k 1', '4.0.4')[1]).toMatch(/^pmap: invalid option -- 'k'\n\nUsage:\n pmap/)
    expect(planned('-k 1', '4.0.7')).toMatchObject({ words: ['-k', '1'] })
  })

  it.each(['', '-', '-h', '-xx 1', '-x -d 1', '-V 1', '-A zz 1', '-A', 'abc'])('is what 3.2.8 says to %j', (words) => {
    const [stdout, stderr, exit] = said(words, '3.2.8')
    expect([stdout, stderr.split('\n')[0], exit]).toEqual(['', 'Usage: pmap [-x | -d] [-q] [-A low,high] pid...', 1])
  })

  it('leaves what 3.2.8 understands', () => {
    expect(said('--version', '3.2.8')).toEqual(['pmap (procps version 3.2.8)\n', '', 0])
    expect(planned('-xqA10,20 /proc/12 /proc/x', '3.2.8')).toMatchObject({
      processes: [12],
      dialect: 'x-3.2',
      words: ['-x', '-q', '-A', '10,20', '12'],
    })
  })

  it('is refused for busybox, whose usage tells the day it was built', () => {
    expect(() => planned('-h 1', 'busybox-1.38.0')).toThrow(`says "invalid option -- 'h'" and prints its usage`)
    expect(() => planned('-x', 'busybox-1.38.0')).toThrow('prints its usage')
  })

  it('is that of toybox', () => {
    expect(said('--help', 'toybox-0.8.9')[0]).toContain('usage: pmap [-pqx] PID...\n')
    expect(said('--version', 'toybox-0.8.9')).toEqual(['toybox 0.8.9\n', '', 0])
    expect(said('-xz9 1', 'toybox-0.8.9')[1]).toBe(`pmap: Unknown option 'z9' (see "pmap --help")\n`)
    expect(said('-q --', 'toybox-0.8.9')[1]).toBe('pmap: Needs 1 argument (see "pmap --help")\n')
  })
})
