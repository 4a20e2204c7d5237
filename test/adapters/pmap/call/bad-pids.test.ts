import { describe, expect, it } from 'vitest'
import type { Plan } from '../../../../src/adapter.js'
import { planned, said } from './reading.js'

describe('a word that is no pid', () => {
  it.each([
    ['abc', `pmap: invalid number 'abc'\n`],
    ['0x10', `pmap: invalid number '0x10'\n`],
    ['4294967296', `pmap: invalid number '4294967296'\n`],
    ['2147483648', 'pmap: number 2147483648 is not in 0..2147483647 range\n'],
  ])('is %s to busybox', (word, stderr) => {
    expect(said(word, 'busybox-1.38.0')).toEqual(['', stderr, 1])
  })

  it.each(['abc', '1.5', '-', '08', '0x', '1 2'])('is %s to toybox', (word) => {
    expect(said('', 'toybox-0.8.9', { words: [word] })).toEqual(['', `pmap: not integer: ${word}\n`, 1])
  })

  it('ends busybox and toybox once they come to it', () => {
    for (const [version, complaint] of [
      ['busybox-1.38.0', "invalid number 'abc'"],
      ['toybox-0.8.9', 'not integer: abc'],
    ]) {
      const plan = planned('12 abc 13', version) as Plan
      expect(plan.processes).toEqual([12])
      expect(plan.end([{ pid: 12, state: 'there', facts: {} }], 0)).toEqual({
        stderr: Uint8Array.from(Buffer.from(`pmap: ${complaint}\n`)),
        exit: 1,
      })
    }
  })

  it('is little to toybox, which reads numbers as C does, in 32 bits', () => {
    const { processes } = planned('010 0x10 +5 4294967299', 'toybox-0.8.9') as Plan
    expect(processes).toEqual([8, 16, 5, 3])
    expect(() => planned('1k', 'toybox-0.8.9')).toThrow('a pid with a unit, as in 1k, is not imitated')
  })
})
