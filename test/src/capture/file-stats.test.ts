import { linkSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { statPaths } from '../../../src/capture/file-stats.js'
import { deviceFromNumber } from '../../../src/model/device.js'
import { scratch } from './children.js'

const bytes = (path: string): Buffer => Buffer.from(path, 'latin1')

test('asks each path once, and says what stat says', () => {
  const path = join(scratch(), 'a file')
  writeFileSync(path, '12345')
  linkSync(path, `${path}2`)
  const { dev, ino, mode } = statSync(path, { bigint: true })
  const facts = statPaths([bytes(path), bytes(path)])
  expect([...facts]).toEqual([
    [
      path,
      {
        path,
        device: deviceFromNumber(dev),
        inode: ino,
        mode: Number(mode),
        size: 5n,
        links: 2n,
        rdev: { major: 0, minor: 0 },
      },
    ],
  ])
})

test('a name that is not UTF-8 is asked as it is', () => {
  const path = `${scratch()}/\xff\xfe`
  writeFileSync(bytes(path), '1')
  expect(statPaths([bytes(path)]).get(path)).toMatchObject({ path, size: 1n })
})

test('a device file has a device of its own', () => {
  expect(statPaths([bytes('/dev/null')]).get('/dev/null')).toMatchObject({ rdev: { major: 1, minor: 3 } })
})

test('a link is followed', () => {
  const directory = scratch()
  mkdirSync(join(directory, 'there'))
  symlinkSync('there', join(directory, 'link'))
  const { ino } = statSync(join(directory, 'there'), { bigint: true })
  expect(
    statPaths([bytes(join(directory, 'link'))])
      .values()
      .next().value?.inode,
  ).toBe(ino)
})

test.each([
  ['/no/such/file', 'ENOENT'],
  ['', 'ENOENT'],
  ['anon_inode:[eventpoll]', 'ENOENT'],
  ['/dev/null/x', 'ENOTDIR'],
  [`/${'x'.repeat(300)}`, 'ENAMETOOLONG'],
])('%j gives %s', (path, error) => {
  expect(statPaths([bytes(path)]).get(path)).toEqual({ path, error })
})

test('a relative name is looked for in /, where tools run', () => {
  expect(statPaths([bytes('dev/null')]).get('dev/null')).toMatchObject({ rdev: { major: 1, minor: 3 } })
})

test('the bytes of a path find what its text finds', () => {
  const stats = statPaths([bytes('/dev/null'), bytes('/no/such/\xff')])
  for (const path of ['/dev/null', '/no/such/\xff'])
    expect({ path, ...stats.find?.(bytes(path)) }).toEqual(stats.get(path))
  expect([stats.find?.(bytes('/dev')), stats.find?.(bytes('')), stats.has('/dev'), stats.size]).toEqual([
    undefined,
    undefined,
    false,
    2,
  ])
})
