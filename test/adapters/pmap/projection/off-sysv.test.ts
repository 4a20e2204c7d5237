import { expect, test } from 'vitest'
import { adapters } from '../../../../adapters/index.js'
import { pmap } from '../../../../adapters/pmap/index.js'
import type { View } from '../../../../src/adapter.js'
import { compare } from '../../../../src/ops/compare.js'
import { parse } from '../../../../src/ops/parse.js'

const seen = (text: string, option: string): View =>
  parse(pmap, new TextEncoder().encode(`7:   a\n${text}`), {
    source: { argv: ['pmap', option, '7'], version: '4.0.4' },
  })[0] as View

const NAME = '  [ shmid=0x0 ]'
const withDevice = (device: string): View =>
  seen(
    `Address           Kbytes Mode  Offset           Device    Mapping
00007f6040229000      16 rw-s- 0000000000000000 ${device} ${NAME}
mapped: 16K    writeable/private: 0K    shared: 16K
`,
    '-d',
  )
const plain = (option: string): View =>
  seen(`00007f6040229000     16K rw-s- ${NAME}\n total               16K\n`, option)

const facts = { sysvDevice: { major: 0, minor: 1 } }

test('what a pmap with whole paths calls System V shared memory lies on that device', () => {
  expect(compare(adapters, [withDevice('000:00001'), plain('-p')], { facts }).verdict).not.toBe('disagree')
  expect(compare(adapters, [withDevice('000:00002'), plain('-p')], { facts }).verdict).toBe('disagree')
})

test('where only last parts are shown a file may be called so, and where the device is not known nobody can tell', () => {
  expect(compare(adapters, [withDevice('000:00002'), plain('-k')], { facts }).verdict).not.toBe('disagree')
  expect(compare(adapters, [withDevice('000:00002'), plain('-p')]).verdict).not.toBe('disagree')
})
