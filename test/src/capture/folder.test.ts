import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadCapture, saveCapture } from '../../../src/capture/folder.js'
import { takeSnapshot } from '../../../src/capture/snapshot.js'
import type { Snapshot } from '../../../src/capture/types.js'
import { scratch, startPerl, thrownBy } from './children.js'

const snapshot: Snapshot = {
  captured: '2026-01-02T03:04:05.678Z',
  host: { kernel: '6.1.0', arch: 'x86_64', pageSize: 4096 },
  tools: { lsof: { path: '/usr/bin/lsof', version: '4.95.0' }, pmap: { path: '/usr/bin/pmap' } },
  process: {
    pid: 42,
    command: 'a\nb',
    state: 'S',
    kind: 'process',
    cmdline: Uint8Array.from([0x61, 0, 0xff, 0]),
    uid: 4294967294,
    ppid: 1,
    pgid: 42,
    startTime: 2n ** 64n - 1n,
    startStack: 0xfffffffffffff000n,
    exe: { pathname: '/bin/a (deleted)', device: { major: 259, minor: 1 }, inode: 2n ** 64n - 1n },
    sameMountNamespace: false,
  },
  frozen: true,
  moved: false,
  attempts: 3,
  stats: [
    {
      path: '/bin/\xff',
      device: { major: 259, minor: 1 },
      inode: 2n ** 63n,
      mode: 0o100755,
      size: 2n ** 60n,
      links: 1n,
      rdev: { major: 0, minor: 0 },
    },
    { path: '/\xc3\xa9', error: 'ENOENT' },
  ],
  locks: [{ device: { major: 259, minor: 1 }, inode: 2n ** 64n - 1n, access: 'read', whole: false }],
  tasks: [{ tid: 42, comm: Uint8Array.from([0x61, 0x0a, 0xff]) }],
  statBefore: Uint8Array.from([0x61, 0x29, 0xff]),
  sysvDevice: { major: 0, minor: 4 },
  texts: [
    { adapter: 'maps', dialect: '64bit', file: 'proc/maps', bytes: Uint8Array.from([0xff, 0x0a, 0]) },
    {
      adapter: 'lsof',
      dialect: 'table',
      file: 'lsof/table.txt',
      argv: ['/usr/bin/lsof', '-p', '42'],
      locale: 'UTF-8',
      exit: 1,
      stderr: Uint8Array.from([0xef, 0xbb, 0xbf, 0x78]),
      bytes: new Uint8Array(0),
    },
  ],
  problems: [{ view: 'pmap:x', code: 'timed-out', message: 'pmap did not end', next: 'wait' }],
}

function saved(): string {
  const directory = join(scratch(), 'capture')
  saveCapture(directory, snapshot)
  return directory
}

/** Puts other text where the first `was` is in the manifest of a saved capture. */
function changed(was: string, is: string): string {
  const directory = saved()
  const path = join(directory, 'capture.json')
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(was)
  writeFileSync(path, text.replace(was, is))
  return directory
}

test('a snapshot comes back', () => {
  const directory = saved()
  expect(loadCapture(directory)).toEqual(snapshot)
  expect(readdirSync(directory).sort()).toEqual(['capture.json', 'lsof', 'proc'])
  expect([...readFileSync(join(directory, 'proc', 'maps'))]).toEqual([0xff, 0x0a, 0])
})

test('a live one comes back, without the name of the host', async () => {
  const { pid } = await startPerl('1')
  const taken = await takeSnapshot(pid, {
    views: [{ adapter: 'pmap', dialect: 'x', run: ['pmap', '-x', 'PID'] }],
    pathsOf: () => [Buffer.from('/dev/null'), Buffer.from('/none')],
  })
  const directory = join(scratch(), 'deep', 'capture')
  saveCapture(directory, taken)
  const back = loadCapture(directory)
  const plain = (bytes?: Uint8Array): number[] => [...(bytes ?? [])]
  for (const [index, text] of taken.texts.entries()) {
    expect({ ...back.texts[index], bytes: 0, stderr: 0 }).toEqual({ ...text, bytes: 0, stderr: 0 })
    expect(plain(back.texts[index]?.bytes)).toEqual(plain(text.bytes))
    expect(plain(back.texts[index]?.stderr)).toEqual(plain(text.stderr))
  }
  expect({ ...back, texts: [] }).toEqual({ ...taken, texts: [] })
})

test('64-bit values are strings: addresses in hex, all else in decimal', () => {
  const manifest = JSON.parse(readFileSync(join(saved(), 'capture.json'), 'utf8'))
  expect(manifest).toMatchObject({
    schema: 'memmaps.capture/1',
    process: { startTime: '18446744073709551615', startStack: 'fffffffffffff000', cmdlineBase64: 'YQD/AA==' },
    stats: [{ inode: '9223372036854775808', size: '1152921504606846976', pathBase64: 'L2Jpbi//' }, { path: '/é' }],
  })
})

test('a folder that holds something else is left alone', async () => {
  const directory = scratch()
  writeFileSync(join(directory, 'mine'), '')
  for (const force of [false, true]) {
    const error = await thrownBy(() => saveCapture(directory, snapshot, { force }))
    expect(error).toMatchObject({ code: 'unwritable', message: `${directory} is not empty, and no capture` })
  }
  expect(readdirSync(directory)).toEqual(['mine'])
})

test('a capture is replaced only when that is asked for', async () => {
  const directory = saved()
  expect(await thrownBy(() => saveCapture(directory, snapshot))).toMatchObject({
    code: 'unwritable',
    next: 'choose another folder, or replace it with --force',
  })
  saveCapture(directory, { ...snapshot, texts: snapshot.texts.slice(0, 1) }, { force: true })
  expect(loadCapture(directory).texts.length).toBe(1)
  expect(existsSync(join(directory, 'lsof', 'table.txt'))).toBe(false)
})

test('where nothing can be written, that is said', async () => {
  expect(await thrownBy(() => saveCapture('/dev/null/x', snapshot))).toMatchObject({ code: 'unwritable' })
  expect(await thrownBy(() => saveCapture('/etc/passwd', snapshot))).toMatchObject({ code: 'unwritable' })
})

test('a folder without a manifest is no capture', async () => {
  const directory = scratch()
  expect(await thrownBy(() => loadCapture(directory))).toMatchObject({
    code: 'unreadable',
    message: `${directory} is no capture: there is no capture.json in it`,
  })
})

test('a missing file is named', async () => {
  const directory = saved()
  rmSync(join(directory, 'proc', 'maps'))
  expect(await thrownBy(() => loadCapture(directory))).toMatchObject({
    code: 'unreadable',
    message: `${directory}/proc/maps is missing`,
  })
})

test.each([
  ['memmaps.capture/1', 'memmaps.capture/2', 'was written by a newer memmaps (memmaps.capture/2)'],
  ['memmaps.capture/1', 'memmaps.view/1', 'is not of the schema memmaps.capture/1'],
  ['"startTime": "18446744073709551615"', '"startTime": 1', 'process.startTime is not a string of decimal digits'],
  ['"inode": "9223372036854775808"', '"inode": "x"', 'stats.0.inode is not a string of decimal digits'],
  ['"proc/maps"', '"../../etc/passwd"', 'views.0.file is not a path inside the capture'],
  ['"proc/maps"', '"/etc/passwd"', 'views.0.file is not a path inside the capture'],
  ['"kind": "process"', '"kind": "what"', 'process.kind is not one of process, zombie, kernel-thread'],
  ['"frozen": true', '"frozen": "yes"', 'frozen is not true or false'],
  ['"tools": {', '"tools": [], "more": {', 'tools is not an object'],
  ['{', '', 'capture.json is not JSON'],
])('a manifest with %j made %j is refused', async (was, is, message) => {
  const directory = changed(was, is)
  expect(await thrownBy(() => loadCapture(directory))).toMatchObject({
    code: 'unreadable',
    message: expect.stringContaining(message),
  })
})

test('a field that we do not know is passed over', () => {
  expect(loadCapture(changed('"frozen"', '"later": [], "frozen"'))).toEqual(snapshot)
})

test('neither links nor pipes are read', async () => {
  const linked = saved()
  rmSync(join(linked, 'lsof'), { recursive: true })
  const outside = scratch()
  writeFileSync(join(outside, 'table.txt'), 'secret')
  symlinkSync(outside, join(linked, 'lsof'))
  expect(await thrownBy(() => loadCapture(linked))).toMatchObject({
    message: expect.stringMatching(/not a plain file$/),
  })

  const piped = saved()
  rmSync(join(piped, 'proc', 'maps'))
  execFileSync('mkfifo', [join(piped, 'proc', 'maps')])
  expect(await thrownBy(() => loadCapture(piped))).toMatchObject({
    message: expect.stringMatching(/not a plain file$/),
  })

  const folder = saved()
  rmSync(join(folder, 'capture.json'))
  mkdirSync(join(folder, 'capture.json'))
  expect(await thrownBy(() => loadCapture(folder))).toMatchObject({
    message: expect.stringMatching(/not a plain file$/),
  })
})

test('a capture to share takes the place of nothing but a capture', async () => {
  const directory = saved()
  saveCapture(directory, snapshot, { force: true, alone: true })
  writeFileSync(join(directory, 'proc', 'environ'), 'secret')
  expect(await thrownBy(() => saveCapture(directory, snapshot, { force: true, alone: true }))).toMatchObject({
    code: 'unwritable',
    message: `${directory} holds ${join(directory, 'proc', 'environ')}, which is no part of the capture there`,
  })
  saveCapture(directory, snapshot, { force: true })
  expect(existsSync(join(directory, 'proc', 'environ'))).toBe(true)
})

test('what a saved tree did not tell is not in the manifest either', () => {
  const directory = join(scratch(), 'capture')
  const bare: Snapshot = {
    ...snapshot,
    host: {},
    process: { pid: 42, kind: 'process' },
    redacted: true,
  }
  saveCapture(directory, bare)
  expect(loadCapture(directory)).toEqual(bare)
})

test('a text whose name ends in .gz lies there compressed, and is read as it was', async () => {
  const directory = join(scratch(), 'compressed')
  const bytes = new Uint8Array(5000).fill(0x61)
  const text = { adapter: 'pmap', dialect: 'x', file: 'pmap/x.txt.gz', bytes }
  saveCapture(directory, { ...snapshot, texts: [...snapshot.texts, text] })
  const saved = readFileSync(join(directory, text.file))
  expect(saved.length).toBeLessThan(200)
  expect(loadCapture(directory).texts.at(-1)).toEqual(text)

  writeFileSync(join(directory, text.file), saved.subarray(0, 20))
  expect(await thrownBy(() => loadCapture(directory))).toMatchObject({
    code: 'unreadable',
    message: expect.stringMatching(/pmap\/x\.txt\.gz cannot be unpacked: /),
  })
})
