import { expect, test } from 'vitest'
import { adapters } from '../../../adapters/index.js'
import type { View } from '../../../src/adapter.js'
import { listedTwice } from '../../../src/ops/listed-twice.js'
import { parse } from '../../../src/ops/parse.js'

test('a file that is listed a second time, and a second executable', () => {
  const list = view(
    'a 7 root txt REG 8,1 100 11 /bin/a',
    'a 7 root mem REG 8,1 100 12 /lib/b',
    'a 7 root mem REG 8,1 100 12 /lib/b',
    'a 7 root txt REG 8,1 100 13 /bin/c',
    'a 7 root mem REG 8,2 100 12 /lib/b',
  )
  expect(listedTwice(list)).toEqual([2, 3])
})

test('the device of a special file is the one that it stands for, so that it tells none apart', () => {
  expect(listedTwice(view('a 7 root mem CHR 1,5 6 /dev/zero', 'a 7 root mem CHR 1,5 6 /mnt/zero'))).toEqual([])
})

function view(...rows: string[]): View {
  const lsof = adapters.find(({ name }) => name === 'lsof')!
  const text = ['COMMAND PID USER FD TYPE DEVICE SIZE/OFF NODE NAME', ...rows, ''].join('\n')
  return parse(lsof, Buffer.from(text), { dialect: 'table' })[0] as View
}
