import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressSpaces, damaged, mapsTexts, pathnames, smapsTexts } from '../../arbitraries/index.js'
import { isWithin } from '../../src/kernel/version.js'
import { runs } from '../laws/runs.js'

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

test('mappings ascend without overlap, on pages of the machine', () => {
  fc.assert(
    fc.property(addressSpaces(), ({ mappings, pageSize }) => {
      let free = 0n
      for (const { start, end, pathname } of mappings) {
        const page = text(pathname) === '[vsyscall]' ? 4096n : BigInt(pageSize)
        expect([start >= free, start < end, start % page, end % page]).toEqual([true, true, 0n, 0n])
        free = end
      }
    }),
    runs(300),
  )
})

test('they are of the kernels and the machine that were asked for, and no more than that', () => {
  const span = { since: '4.14', until: '5.10' }
  fc.assert(
    fc.property(addressSpaces({ kernel: span, arch: 'i686', maxLength: 3 }), ({ kernel, arch, bits, mappings }) => {
      expect([isWithin(kernel, span), arch, bits, mappings.length <= 3]).toEqual([true, 'i686', 32, true])
      expect(mappings.every(({ end, inode }) => end <= 0xc0000000n && inode <= 0xffffffffn)).toBe(true)
    }),
    runs(200),
  )
})

test.each([
  ['2.6.21', /^Rss: {11}[ \d]{8} kB$/m, /VmFlags|Pss/],
  ['5.8', /^THPeligible:\t\t[01]$/m, /Pss_Dirty/],
  ['6.12', /^Pss_Dirty: {6}[ \d]{8} kB$/m, /^THPeligible:\t/m],
])('smaps of Linux %s has its fields in its spacing', (kernel, has, lacks) => {
  for (const one of fc.sample(smapsTexts({ kernel, arch: 'x86_64' }), { seed: 1, numRuns: 20 })) {
    const below = text(one.text).replace(/^[0-9a-f]+-[^\n]*\n/gm, '')
    expect(below).toMatch(has)
    expect(below).not.toMatch(lacks)
  }
})

test('sums of a record add up', () => {
  fc.assert(
    fc.property(addressSpaces({ kernel: '6.12' }), ({ mappings }) => {
      for (const { counters, start, end } of mappings) {
        const of = (name: string): number => counters.get(name) ?? Number.NaN
        expect(of('Size')).toBe(Number((end - start) / 1024n))
        expect(of('Rss')).toBe(of('Shared_Clean') + of('Shared_Dirty') + of('Private_Clean') + of('Private_Dirty'))
        expect([of('Pss') <= of('Rss'), of('Rss') + of('Swap') <= of('Size')]).toEqual([true, true])
      }
    }),
    runs(200),
  )
})

test('a failing text is shown by its lines, without what a terminal obeys', () => {
  const { counterexample } = fc.check(
    fc.property(mapsTexts({ kernel: '6.12' }), () => false),
    runs(1),
  )
  expect(fc.stringify(counterexample?.[0])).toMatch(
    /^maps of Linux 6\.12 on x86_64\n00010000-00011000 rwxp 00000000 00:00 0 \n$/,
  )
})

test('damage changes a text of any length, and names have no newline and no NUL', () => {
  const bytes = Buffer.from('00400000-00401000 r-xp 00000000 fe:01 9   /bin/true\n')
  const texts = fc.sample(damaged(bytes), { seed: 1, numRuns: 50 }).map(text)
  expect(new Set(texts).size).toBeGreaterThan(20)
  fc.assert(
    fc.property(damaged(new Uint8Array(0)), (one) => one.length <= 1),
    runs(50),
  )
  fc.assert(
    fc.property(pathnames(), (name) => !name.includes(0x0a) && !name.includes(0)),
    runs(200),
  )
})
