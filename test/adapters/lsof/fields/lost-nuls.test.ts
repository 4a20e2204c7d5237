import { expect, test } from 'vitest'
import { withoutNuls } from '../../../../adapters/lsof/fields/lost-nuls.js'
import { findings, read } from '../read.js'

function fields(line: string): string[] | undefined {
  const bytes = Buffer.from(line, 'latin1')
  return withoutNuls(bytes, 0, bytes.length)?.map(({ letter, from, to }) => letter + line.slice(from, to))
}

test.each([
  ['p9928g9918R1ctrickyu0Lroot', ['p9928', 'g9918', 'R1', 'ctricky', 'u0', 'Lroot']],
  ['p9928K9930Mth oneg9918R1ctrickyu-2', ['p9928', 'K9930', 'Mth one', 'g9918', 'R1', 'ctricky', 'u-2']],
  [
    'fmema lWtREGD0xfe00s8092i2345298k1n/a (stat: x)',
    ['fmem', 'a ', 'lW', 'tREG', 'D0xfe00', 's8092', 'i2345298', 'k1', 'n/a (stat: x)'],
  ],
  ['fDELa l tREGD0x1i5n/nD0x1', ['fDEL', 'a ', 'l ', 'tREG', 'D0x1', 'i5', 'n/nD0x1']],
  ['fmemtCHRD0x6r0x105i4n/dev/zero', ['fmem', 'tCHR', 'D0x6', 'r0x105', 'i4', 'n/dev/zero']],
  ['f12345n/a', ['f12345', 'n/a']],
  ['fmem', undefined],
  ['f 12', undefined],
  ['p12', undefined],
  ['python', undefined],
  ['fmem at home', undefined],
  ['', undefined],
])('%j', (line, expected) => {
  expect(fields(line)).toEqual(expected)
})

test('a hostile line takes no time that grows with its square', () => {
  for (const part of ['P', 'u1', 'g1', 'A1', 'M', 'c']) {
    for (const start of ['p1K1M', 'p1c', 'fmemt', 'fmemD0x']) fields(`${start}${part.repeat(200_000)}\0`)
  }
}, 5_000)

test('sets whose NULs got lost tell what they told before', () => {
  const text =
    'p7\0g7\0R1\0csh\0u0\0Lroot\0\nftxt\0a \0l \0tREG\0D0xfe00\0s5\0i3\0k1\0n/a\0\nfcwd\0a \0l \0tDIR\0n/\0\n'
  const [whole] = read(text, 'fields0')
  const [lost] = read(text.replaceAll('\0', ''), 'fields')
  expect([...lost!.table]).toEqual([...whole!.table])
  expect(lost!.process).toEqual(whole!.process)
  expect(lost!.dialect).toBe('fields0')
  expect(findings(lost)).toEqual(['lost-nuls: p7g7R1cshu0Lroot', 'other-row: fcwda l tDIRn/'])
})
