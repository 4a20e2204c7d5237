import { readFileSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readProcess, readProcessName, readStat } from '../../../src/capture/process-facts.js'
import { readStatLine } from '../../../src/capture/stat-line.js'
import { deviceFromNumber } from '../../../src/model/device.js'
import { fakeProc, isRoot, start, startPerl, stateOf, until } from './children.js'

test('says who this process is', () => {
  const facts = readProcess(process.pid)
  const exe = statSync(process.execPath, { bigint: true })
  expect(facts).toMatchObject({
    pid: process.pid,
    ppid: process.ppid,
    uid: process.geteuid?.(),
    kind: 'process',
    exe: { pathname: process.execPath, device: deviceFromNumber(exe.dev), inode: exe.ino },
    sameMountNamespace: true,
  })
  expect(Buffer.from(facts.cmdline as Uint8Array)).toEqual(readFileSync('/proc/self/cmdline'))
  expect(facts.startTime).toBeGreaterThan(0n)
  expect(facts.startStack).toBeGreaterThan(0n)
})

test('a name with parentheses, a newline and a state of its own does not shift the fields', async () => {
  const { pid } = await startPerl('$0 = ") Z (\\n9 9"')
  const facts = readProcess(pid)
  expect(facts.command).toBe(') Z (\n9 9')
  expect(facts.ppid).toBe(process.pid)
  expect(facts.kind).toBe('process')
})

test('a report has the name and the kind alone', () => {
  const { command, kind } = readProcess(process.pid)
  expect(readProcessName(process.pid)).toEqual({ pid: process.pid, command, kind })
})

test('a stopped child is stopped', async () => {
  const { pid, child } = await startPerl('1')
  child.kill('SIGSTOP')
  await until('the child stopped', () => stateOf(pid) === 'T')
  expect(readProcess(pid)).toMatchObject({ state: 'T', kind: 'process' })
})

test('a zombie is told apart', async () => {
  const { said } = await startPerl('my $pid = fork // die; exit if !$pid; print "$pid "')
  const zombie = Number.parseInt(said, 10)
  await until('the child is a zombie', () => stateOf(zombie) === 'Z')
  const facts = readProcess(zombie)
  expect(facts).toMatchObject({ state: 'Z', kind: 'zombie', command: 'perl' })
  expect(facts).not.toHaveProperty('exe')
})

test.skipIf(stateOf(2) === undefined || !readStat(2).kernelThread)('a kernel thread is told apart', () => {
  const facts = readProcess(2)
  expect(facts).toMatchObject({ kind: 'kernel-thread', cmdline: new Uint8Array(0) })
  expect(facts).not.toHaveProperty('exe')
})

test.skipIf(!isRoot)('another user is named', async () => {
  const { pid } = await startPerl('1', { uid: 65534 })
  expect(readProcess(pid)).toMatchObject({ uid: 65534, user: 'nobody' })
})

test.skipIf(!isRoot)('a user without a name has none', async () => {
  const { pid } = await startPerl('1', { uid: 54321 })
  const facts = readProcess(pid)
  expect(facts.uid).toBe(54321)
  expect(facts).not.toHaveProperty('user')
})

test.skipIf(!isRoot)('another mount namespace is noticed', async () => {
  const { pid } = await start('unshare', ['-m', 'perl', '-e', '$| = 1; print "ready"; sleep 60'])
  expect(readProcess(pid).sameMountNamespace).toBe(false)
})

test('what the kernel does not show is absent', () => {
  expect(readProcess(42, fakeProc(''))).toEqual({
    pid: 42,
    command: 'fake',
    comm: new TextEncoder().encode('fake'),
    state: 'S',
    kind: 'process',
    cmdline: new TextEncoder().encode('fake\0'),
    uid: 2,
    ppid: 1,
    pgid: 42,
    startTime: 1000n,
    startStack: 0x800000000000n,
  })
})

test.each(['', '1 fake S', '1 (fake)', '1 (fake) S 1 2 3'])('%j is no stat line', (text) => {
  expect(readStatLine(new TextEncoder().encode(text))).toBeUndefined()
})
