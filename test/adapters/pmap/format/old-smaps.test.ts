import { expect, it } from 'vitest'
import { ran } from './running.js'

const header = (start: string, name = '/a'): string =>
  `${start}000-${start}fff r--p 00000000 fe:00 7${' '.repeat(20)}${name}\n`
const field = (name: string, kilobytes: number): string =>
  `${`${name}:`.padEnd(16)}${String(kilobytes).padStart(8)} kB\n`

it('-x shows 0 for a counter that smaps lacks, and what is there of a sum', () => {
  const text = header('10') + field('Size', 3) + field('Private_Dirty', 2) + field('Swap', 0)
  expect(ran('-x', '4.0.2', text)[0].split('\n').slice(2, 3)).toEqual([
    '0000000000010000       3       0       2 r---- a',
  ])
})

it('-x adds up mappings that it shows no row of, because smaps has no Swap', () => {
  const text = header('10') + field('Size', 3) + field('Rss', 2)
  expect(ran('-x', '3.3.17', text)[0].split('\n').slice(2, 4)).toEqual([
    '---------------- ------- ------- ------- ',
    'total kB               3       2       0',
  ])
})

it('-X repeats the last number of a field that only some mappings have, and adds up what is there', () => {
  const text =
    header('10') +
    field('Size', 3) +
    header('20') +
    field('Size', 3) +
    field('Nonlinear', 8) +
    header('30') +
    field('Size', 3)
  const lines = ran('-X', '4.0.2', text)[0].split('\n').slice(2, 7)
  expect(lines.map((line) => line.trim().split(/ +/).slice(5, 7))).toEqual([['3', '8'], ['3', '8'], ['3', '8'], [], []])
  expect(lines[4]?.trim()).toMatch(/^9 +8 KB$/)
})

it('-X ends at a newline in a name that the kernel prints as it is', () => {
  const text = header('10', '[anon:a\nb]') + field('Size', 3)
  expect(ran('-X', '4.0.2', text)).toEqual(['7:   []\n', 'pmap: Unknown format in smaps file!\n', 1])
})

it('the newest busybox keeps names whole', () => {
  const text = header('10', '/a (deleted)') + field('Size', 3) + field('Pss', 0)
  expect(ran('-q', 'busybox-1.38.0', text)[0]).toContain('r--p  /a (deleted)\n')
})
