import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { adapters } from '../../../adapters/index.js'
import { loadCapture } from '../../../src/capture/folder.js'
import { redactSnapshot } from '../../../src/capture/redact.js'
import type { Snapshot } from '../../../src/capture/types.js'
import { compareBytes } from '../../../src/library/compare-bytes.js'

const KEY = new Uint8Array(32).fill(7)

/** Its reader hands over copies of the names, and no line of their own. */
const VIEW = `${JSON.stringify({
  schema: 'memmaps.view/1',
  adapter: 'maps',
  dialect: '64bit',
  regions: [{ pathname: '/opt/alice' }],
})}\n`

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const snapshot: Snapshot = {
  captured: '2026-01-02T03:04:05.678Z',
  host: { kernel: '6.1.0', arch: 'x86_64', pageSize: 4096 },
  tools: { lsof: { path: '/opt/alice/lsof', version: '4.95.0' } },
  process: {
    pid: 42,
    command: 'server',
    state: 'S',
    kind: 'process',
    cmdline: bytes('/opt/alice/server\0--token=abc\0'),
    uid: 1000,
    user: 'alice',
    startTime: 7n,
    exe: { pathname: '/opt/alice/server', device: { major: 8, minor: 1 }, inode: 5n },
  },
  frozen: false,
  moved: false,
  attempts: 1,
  stats: [
    { path: '/opt/alice/\xff', error: 'ENOENT' },
    { path: 'map_files/7f00-7f01', inode: 5n },
  ],
  tasks: [{ tid: 42, comm: bytes('server') }],
  texts: [
    { adapter: 'status', dialect: 'default', file: 'proc/status', bytes: bytes('Name:\tserver\n') },
    {
      adapter: 'lsof',
      dialect: 'fields0',
      file: 'lsof/fields0.txt',
      argv: ['/opt/alice/lsof', '-p', '42', '-d', 'mem,txt', '-o', '/opt/alice'],
      exit: 0,
      stderr: bytes("lsof: WARNING: can't stat() fuse file system /opt/alice\n"),
      bytes: bytes('p42\0cserver\0Lalice\0\n'),
    },
    { adapter: 'json', dialect: 'view', file: 'json/view.txt', bytes: bytes(VIEW) },
  ],
  problems: [{ view: 'pmap:x', code: 'no-tool', message: '/opt/alice/pmap does not exist', next: 'ask alice' }],
}

const { snapshot: shared, counts } = redactSnapshot(adapters, snapshot, KEY)
const server = shared.process.command as string
const alice = shared.process.user as string
const opt = shared.process.exe?.pathname.split('/')[1] as string

test('the same word has the same token, wherever it stands', () => {
  expect([server, alice, opt].map((token) => token.length)).toEqual([6, 5, 3])
  expect(shared).toMatchObject({
    redacted: true,
    process: { pid: 42, uid: 1000, startTime: 7n, exe: { pathname: `/${opt}/${alice}/${server}`, inode: 5n } },
    tools: { lsof: { path: `/${opt}/${alice}/lsof`, version: '4.95.0' } },
    stats: [{ path: `/${opt}/${alice}/\xff`, error: 'ENOENT' }, snapshot.stats[1]],
    tasks: [{ tid: 42, comm: bytes(server) }],
  })
  expect(new TextDecoder().decode(shared.process.cmdline).split('\0')[0]).toBe(`/${opt}/${alice}/${server}`)
  const [status, lsof] = shared.texts
  expect(new TextDecoder().decode(status?.bytes)).toBe(`Name:\t${server}\n`)
  expect(new TextDecoder().decode(lsof?.bytes)).toBe(`p42\0c${server}\0L${alice}\0\n`)
  expect(lsof?.argv).toEqual([`/${opt}/${alice}/lsof`, '-p', '42', '-d', 'mem,txt', '-o', `/${opt}/${alice}`])
  expect(new TextDecoder().decode(lsof?.stderr)).toBe(`lsof: WARNING: can't stat() fuse file system /${opt}/${alice}\n`)
})

test('what cannot be redacted is left out, and that is said', () => {
  expect(shared.texts.map(({ file }) => file)).toEqual(['proc/status', 'lsof/fields0.txt'])
  expect(shared.problems).toEqual([
    { view: 'pmap:x', code: 'no-tool', message: `/${opt}/${alice}/pmap does not exist`, next: `ask ${alice}` },
    {
      view: 'json:view',
      code: 'unredacted',
      message: 'json/view.txt was left out: it cannot be told what people chose in it',
      next: 'capture without --redact to have it',
    },
  ])
})

test('what was replaced is counted', () => {
  expect(counts).toEqual({ pathname: 2, command: 5, user: 2, message: 11 })
})

test.each([
  ['toybox pmap -x 42', 'toybox pmap -x 42'],
  ['/opt/alice/busybox pmap -xq 42', `/${opt}/${alice}/busybox pmap -xq 42`],
  ['pmap --read-rc-from=/opt/alice 42', `pmap --read-rc-from=/${opt}/${alice} 42`],
])('of %s the words of the tool stay', (called, expected) => {
  const text = { adapter: 'pmap', dialect: 'x', file: 'pmap/x.txt', argv: called.split(' '), exit: 0, bytes: bytes('') }
  const { texts } = redactSnapshot(adapters, { ...snapshot, texts: [text] }, KEY).snapshot
  expect(texts[0]?.argv?.join(' ')).toBe(expected)
})

test('what toybox printed is made again from a redacted capture', () => {
  const golden = fileURLToPath(new URL('../../../golden/captures/6.1.0-50-armmp-armv7l/perl', import.meta.url))
  const { results } = compareBytes(adapters, redactSnapshot(adapters, loadCapture(golden), KEY).snapshot)
  const ofToybox = results.filter(({ name }) => name.includes('toybox'))
  expect(ofToybox.map(({ verdict }) => verdict)).toEqual(['equal', 'equal'])
})

test('nobody who has not the key finds the same tokens', () => {
  const commands = [1, 2, 3].map(() => redactSnapshot(adapters, snapshot).snapshot.process.command)
  expect(new Set(commands).size).toBe(3)
  expect(redactSnapshot(adapters, snapshot, KEY).snapshot).toEqual(shared)
})
