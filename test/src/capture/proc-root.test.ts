import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readHost } from '../../../src/capture/host.js'
import { isLive, PROC, pidsIn, procRootOf, viewsBelow } from '../../../src/capture/proc-root.js'
import { readProcess } from '../../../src/capture/process-facts.js'
import { takeSnapshot } from '../../../src/capture/snapshot.js'
import type { ViewRequest } from '../../../src/capture/types.js'
import { fakeProc, scratch, thrownBy } from './children.js'

const LSOF: ViewRequest = { adapter: 'lsof', dialect: 'table', run: ['lsof', '-p', 'PID'] }
const SMAPS: ViewRequest = { adapter: 'smaps', dialect: '64bit', file: 'smaps' }

/** A tree with the maps of one process, and nothing else. */
function onlyMaps(): string {
  const root = scratch()
  mkdirSync(join(root, '7'))
  writeFileSync(join(root, '7', 'maps'), 'a\n')
  return root
}

test.each([
  ['/proc', '/proc'],
  ['/proc/', '/proc'],
  ['/tmp/../proc', '/proc'],
  ['tree///', 'tree'],
  ['/', '/'],
])('%s is %s', (given, meant) => {
  expect(procRootOf(given)).toBe(meant)
})

test('a kernel answers in /proc, however it is reached, and nowhere else', () => {
  expect(isLive(PROC)).toBe(true)
  expect(isLive('/proc/self/root/proc')).toBe(true)
  expect(isLive(onlyMaps())).toBe(false)
  expect(isLive('/no/such/directory')).toBe(false)
})

test('processes come in the order of their ids', () => {
  const root = onlyMaps()
  for (const name of ['12', '9', '0', '08', 'self', '99999999999']) mkdirSync(join(root, name))
  expect(pidsIn(root)).toEqual([7, 9, 12])
  expect(pidsIn(join(root, 'none'))).toBeUndefined()
})

test('of a saved tree only what it says is known', async () => {
  const root = onlyMaps()
  expect(readProcess(7, root)).toEqual({ pid: 7, kind: 'process' })
  expect(readHost(root)).toEqual({})
  const asked: string[] = []
  const pathsOf = (): never[] => {
    asked.push('paths')
    return []
  }
  const snapshot = await takeSnapshot(7, { views: [], procRoot: root, pathsOf })
  expect(snapshot).toMatchObject({ moved: false, host: {}, stats: [], process: { pid: 7, kind: 'process' } })
  expect(snapshot.process.command).toBeUndefined()
  expect(asked).toEqual([])
})

test('a saved tree may name its kernel', () => {
  const root = onlyMaps()
  mkdirSync(join(root, 'sys', 'kernel'), { recursive: true })
  writeFileSync(join(root, 'sys', 'kernel', 'osrelease'), '4.9.0-11-amd64\n')
  expect(readHost(root)).toEqual({ kernel: '4.9.0-11-amd64' })
})

test('a saved link to the executable does not lead to a file of this machine', () => {
  const root = fakeProc('a\n')
  symlinkSync('/bin/sh', join(root, '42', 'exe'))
  expect(readProcess(42, root)).toMatchObject({ command: 'fake', uid: 2 })
  expect(readProcess(42, root).exe).toBeUndefined()
  expect(readProcess(42, root).user).toBeUndefined()
})

test('a stat file that is there must be one', async () => {
  const root = onlyMaps()
  writeFileSync(join(root, '7', 'stat'), 'nonsense')
  expect(await thrownBy(() => readProcess(7, root))).toMatchObject({
    code: 'unreadable',
    message: `${root}/7/stat is not what a kernel prints`,
  })
})

test('tools look at /proc alone, and a saved tree may lack a file', () => {
  const root = onlyMaps()
  expect(viewsBelow(root, 7, [SMAPS, LSOF])).toEqual({
    views: [],
    left: [
      { view: 'smaps:64bit', why: `there is no ${root}/7/smaps` },
      { view: 'lsof:table', why: 'lsof looks at /proc alone' },
    ],
  })
  writeFileSync(join(root, '7', 'smaps'), '')
  expect(viewsBelow(root, 7, [SMAPS, LSOF]).views).toEqual([SMAPS])
  rmSync(join(root, '7', 'smaps'))
  expect(viewsBelow(PROC, 7, [SMAPS, LSOF])).toEqual({ views: [SMAPS, LSOF], left: [] })
  // A file that a live kernel does not have is for it to say.
  expect(viewsBelow('/proc/self/root/proc', 2 ** 30, [SMAPS, LSOF]).views).toEqual([SMAPS])
})
