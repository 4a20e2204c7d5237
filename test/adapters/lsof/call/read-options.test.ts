import { expect, test } from 'vitest'
import { readOptions } from '../../../../adapters/lsof/call/read-options.js'

const read = (line: string, version = '4.99.4') => readOptions(line.split(' '), version)

test('letters are bundled, and values stand in the word or behind it', () => {
  expect(read('-nPap 7,^8 -dmem,DEL +c15')).toMatchObject({
    descriptors: { names: new Set(['mem', 'DEL']), exclude: false },
    commandWidth: 15,
  })
  expect(read('-d ^mem +c 0 +L -RlK')).toMatchObject({
    descriptors: { exclude: true },
    commandWidth: 0,
    links: true,
    parents: true,
    numericUsers: true,
    tasks: true,
  })
})

test('letters that can do without a value give it back, or what is left of it', () => {
  expect(read('-F -p 7')).toMatchObject({ nul: false })
  expect(read('-F0 -a').fields?.has('r')).toBe(false)
  expect(read('-oL -s -g')).toMatchObject({ only: 'offset', links: false, groups: true })
  expect(read('-o 3R -l')).toMatchObject({ parents: true, numericUsers: true })
})

test('-F names letters, some of which versions treat in their own way', () => {
  expect([...(read('-Fn0').fields ?? [])]).toEqual(['p', 'n'])
  expect([...(read('-Fn0', '4.93.2').fields ?? [])]).toEqual(['p', 'n', 'f'])
  expect([...(read('-Ffso', '4.95.0').fields ?? [])]).toEqual(['p', 'f', 'o'])
})

test('the last sign decides on a column', () => {
  const flags = ['+fg', '+fG', '+f', '-fg', '+fg -fg'].map((line) => read(line).fileFlags)
  expect(flags).toEqual([true, true, false, false, false])
  expect(['-K', '-Ki', '-K I'].map((line) => read(line).tasks)).toEqual([true, false, false])
})

test('warnings are on unless -w or -t turns them off', () => {
  expect([read('-a'), read('-w'), read('+w'), read('-t')].map(({ warnings }) => warnings)).toEqual([
    true,
    false,
    true,
    false,
  ])
})
