import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { takeSnapshot } from '../../../src/capture/snapshot.js'
import type { ViewRequest } from '../../../src/capture/types.js'
import { fakeProc, fakeTool, scratch, start, startPerl, stateOf, statLine, thrownBy, until } from './children.js'

const LSOF: ViewRequest = { adapter: 'lsof', dialect: 'table', run: ['lsof', '-p', 'PID'] }
const PMAP: ViewRequest = { adapter: 'pmap', dialect: 'x', run: ['pmap', '-x', 'PID'] }

/** A snapshot of a process of our own making, in which `code` stands for lsof. */
function takeFake(root: string, code: string, views: readonly ViewRequest[] = [LSOF]): ReturnType<typeof takeSnapshot> {
  return takeSnapshot(42, { views, procRoot: root, tools: { lsof: fakeTool(code) }, retries: 2 })
}

test('takes every view of the specimen, which stands still', async () => {
  const directory = join(scratch(), 'files')
  const { pid, child } = await start('perl', ['tools/specimen.pl', directory])
  const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
  const smaps: ViewRequest = { adapter: 'smaps', dialect: '64bit', file: 'smaps' }
  const seen: string[] = []
  const snapshot = await takeSnapshot(pid, {
    views: [LSOF, smaps, PMAP],
    pathsOf(maps) {
      seen.push(text(maps))
      return [Buffer.from(join(directory, 'two words.bin')), Buffer.from('/no/such/file')]
    },
  })
  expect(snapshot).toMatchObject({ moved: false, frozen: false, attempts: 1, problems: [] })
  expect(snapshot.process).toMatchObject({ pid, command: 'perl', kind: 'process' })
  expect(snapshot.texts.map(({ adapter, dialect, file }) => `${adapter} ${dialect} ${file}`)).toEqual([
    'maps 64bit proc/maps',
    'smaps 64bit proc/smaps',
    'lsof table lsof/table.txt',
    'pmap x pmap/x.txt',
  ])
  expect(snapshot.stats.map(({ size, error }) => size ?? error)).toEqual([4096n, 'ENOENT'])
  const [maps, , lsof, pmap] = snapshot.texts
  expect(seen).toEqual([text(maps!.bytes)])
  expect(text(maps!.bytes)).toContain(`${directory}/deleted.bin (deleted)\n`)
  expect(text(lsof!.bytes)).toContain(`${directory}/two words.bin\n`)
  expect(lsof).toMatchObject({ exit: 0, argv: [snapshot.tools.lsof?.path, '-p', String(pid)] })
  expect(text(pmap!.bytes)).toMatch(/^\d+:\s+perl tools\/specimen.pl/)
  expect(snapshot.tools.pmap?.version).toMatch(/^\d/)

  child.stdin?.end()
  await until('the specimen removed its files', () => !existsSync(directory))
})

test('a frozen process stands still while views are taken, and no longer', async () => {
  const { pid } = await startPerl('1')
  const log = join(scratch(), 'log')
  const lsof = fakeTool(`echo "$1 $(cut -d' ' -f3 /proc/${pid}/stat)" >> ${log}`)
  const snapshot = await takeSnapshot(pid, { views: [LSOF], tools: { lsof }, freeze: true })
  expect(snapshot).toMatchObject({ frozen: true, moved: false, process: { state: 'T' } })
  expect(readFileSync(log, 'utf8')).toMatch(/^-p T\n-v [^T]\n$/)
})

test('a frozen process is let go when something goes wrong', async () => {
  const { pid } = await startPerl('1')
  const pathsOf = (): never => {
    throw new Error(`${stateOf(pid)} is its state`)
  }
  const error = await thrownBy(() => takeSnapshot(pid, { views: [], freeze: true, pathsOf }))
  expect(error).toMatchObject({ message: 'T is its state' })
  await until('it runs', () => stateOf(pid) === 'S')
})

test('no process is frozen by the pid it has elsewhere', async () => {
  const root = fakeProc('a\n')
  expect(await thrownBy(() => takeSnapshot(42, { views: [], freeze: true, procRoot: root }))).toMatchObject({
    code: 'usage',
  })
})

test('maps that moves once is taken again', async () => {
  const root = fakeProc('before\n')
  const snapshot = await takeFake(root, `echo after > ${root}/42/maps; echo rows`)
  expect(snapshot).toMatchObject({ moved: false, attempts: 2 })
  expect(snapshot.texts.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual(['after\n', 'rows\n'])
})

test('maps that never stands still has moved', async () => {
  const root = fakeProc('')
  expect(await takeFake(root, `echo more >> ${root}/42/maps`)).toMatchObject({ moved: true, attempts: 3 })
})

test.each([
  ['its maps is empty', (root: string) => `: > ${root}/42/maps`],
  ['its maps is gone', (root: string) => `rm ${root}/42/maps ${root}/42/stat; rmdir ${root}/42 || rm -r ${root}/42`],
])('a process has ended when %s', async (_, code) => {
  const root = fakeProc('a\n')
  const error = await thrownBy(() => takeFake(root, code(root)))
  expect(error).toMatchObject({ code: 'ended', message: 'process 42 ended while it was read' })
})

test('a pid that another process has now is never compared', async () => {
  const root = fakeProc('a\n')
  const line = statLine(2000).trim()
  expect(await thrownBy(() => takeFake(root, `echo '${line}' > ${root}/42/stat`))).toMatchObject({
    code: 'ended',
    message: 'process 42 ended while it was read, and another process has its pid now',
  })
})

test('there is no such process', async () => {
  expect(await thrownBy(() => takeSnapshot(2 ** 22 + 1, { views: [] }))).toMatchObject({ code: 'no-process' })
})

test('a view that fails is a problem, and the others are taken', async () => {
  const root = fakeProc('a\n')
  const snapshot = await takeSnapshot(42, {
    views: [{ adapter: 'smaps', dialect: '64bit', file: 'smaps' }, LSOF, LSOF, PMAP],
    procRoot: root,
    tools: { lsof: '/no/such/lsof', pmap: fakeTool('echo half; echo oh >&2; exit 1', 'pmap') },
  })
  expect(snapshot.problems).toEqual([
    {
      view: 'smaps:64bit',
      code: 'unreadable',
      message: `there is no ${root}/42/smaps`,
      next: 'the tree was saved without it',
    },
    ...['lsof:table', 'lsof:table'].map((view) => ({
      view,
      code: 'no-tool',
      message: '/no/such/lsof does not exist',
      next: 'leave --lsof out to have one looked for',
    })),
  ])
  expect(snapshot.texts.slice(1)).toMatchObject([
    { adapter: 'pmap', exit: 1, stderr: new TextEncoder().encode('oh\n') },
  ])
})

test('a tool that hangs is a problem', async () => {
  const root = fakeProc('a\n')
  const lsof = fakeTool('sleep 60')
  const snapshot = await takeSnapshot(42, { views: [LSOF], procRoot: root, tools: { lsof }, timeLimit: 200 })
  expect(snapshot.problems).toMatchObject([{ view: 'lsof:table', code: 'timed-out' }])
  expect(snapshot.tools).toEqual({ lsof: { path: lsof } })
})

test('a tool that only complains is a problem; one that ends with 1 and says nothing found nothing', async () => {
  const complaint = await takeFake(fakeProc('a\n'), 'echo "lsof: unknown option" >&2; exit 1')
  expect(complaint.problems).toMatchObject([
    { code: 'tool-failed', message: 'lsof ended with status 1: lsof: unknown option' },
  ])
  const silence = await takeFake(fakeProc('a\n'), 'exit 1')
  expect(silence.problems).toEqual([])
  expect(silence.texts[1]).toMatchObject({ exit: 1, bytes: new Uint8Array(0) })
})

test('two views of the same dialect lie in two places, and maps is taken once', async () => {
  const views: ViewRequest[] = [{ adapter: 'maps', dialect: '32bit', file: 'maps' }, LSOF, LSOF]
  const { texts } = await takeFake(fakeProc('a\n'), 'echo', views)
  expect(texts.map(({ file, dialect }) => `${file} ${dialect}`)).toEqual([
    'proc/maps 32bit',
    'lsof/table.txt table',
    'lsof/table-2.txt table',
  ])
})

test('the pid goes where PID stands', async () => {
  const { texts } = await takeFake(fakeProc('a\n'), 'echo "$@"')
  expect(new TextDecoder().decode(texts[1]!.bytes)).toBe('-p 42\n')
  expect(readFileSync(texts[1]!.argv![0]!, 'utf8')).toContain('echo')
  expect(dirname(texts[1]!.argv![0]!)).not.toBe('.')
})

test('a file that this kernel does not have is left out, and is no problem', async () => {
  const { pid } = await startPerl('1')
  const lacking: string[] = []
  const later: ViewRequest = { adapter: 'smaps', dialect: 'later', file: 'no_such_file', optional: true }
  const needed: ViewRequest = { adapter: 'smaps', dialect: '64bit', file: 'no_such_file' }
  const snapshot = await takeSnapshot(pid, {
    views: [later, needed],
    onLacking: (view, why) => lacking.push(`${view}: ${why}`),
  })
  expect(lacking).toEqual([`smaps:later: there is no /proc/${pid}/no_such_file`])
  expect(snapshot.problems.map(({ view, code }) => `${view} ${code}`)).toEqual(['smaps:64bit unreadable'])
  expect(snapshot.texts.map(({ file }) => file)).toEqual(['proc/maps'])
})
