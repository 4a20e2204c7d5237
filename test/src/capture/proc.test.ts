import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readProcFile } from '../../../src/capture/proc.js'
import { procError } from '../../../src/capture/proc-error.js'
import { readStat } from '../../../src/capture/process-facts.js'
import { fakeProc, isRoot, scratch, startPerl, stateOf, thrownBy, until } from './children.js'

const NO_PID = 2 ** 22 + 1

test('reads a file of more bytes than the buffer has, and then a shorter one', () => {
  const root = fakeProc('')
  const long = Buffer.from('0123456789abcdef\n'.repeat(20_000))
  writeFileSync(join(root, '42', 'maps'), long)
  const read = readProcFile(42, 'maps', root)
  expect(Buffer.from(read).equals(long)).toBe(true)
  expect(new TextDecoder().decode(readProcFile(42, 'cmdline', root))).toBe('fake\0')
  expect(Buffer.from(read).equals(long)).toBe(true)
})

test('reads all of a live maps', async () => {
  const { pid } = await startPerl('1')
  const text = new TextDecoder().decode(readProcFile(pid, 'maps'))
  expect(text).toContain('[stack]')
  expect(text).toMatch(/\n$/)
})

test('there is no such process', async () => {
  expect(await thrownBy(() => readProcFile(NO_PID, 'maps'))).toMatchObject({
    code: 'no-process',
    message: `no process ${NO_PID}`,
    next: 'check the pid with ps',
  })
})

test('there is no /proc', async () => {
  const root = scratch()
  const none = join(root, 'none')
  expect(await thrownBy(() => readProcFile(1, 'maps', none))).toMatchObject({
    code: 'no-process',
    message: `there is no directory ${none}`,
  })
  expect(await thrownBy(() => readProcFile(1, 'maps', root))).toMatchObject({
    code: 'no-process',
    message: `there are no processes in ${root}`,
  })
})

test('another directory of processes says which it has', async () => {
  const root = fakeProc('')
  expect(await thrownBy(() => readProcFile(1, 'maps', root))).toMatchObject({
    code: 'no-process',
    message: `no process 1 in ${root}`,
    next: 'it has 42',
  })
  expect(await thrownBy(() => readProcFile(1, 'maps', join(root, '42')))).toMatchObject({
    code: 'no-process',
    message: `${root}/42 is a process’s own folder`,
  })
})

test('the process has no such file', async () => {
  const error = await thrownBy(() => readProcFile(process.pid, 'none'))
  expect(error).toMatchObject({ code: 'unreadable', message: `there is no /proc/${process.pid}/none` })
})

test('the process ended after its file was opened', () => {
  expect(procError({ code: 'ESRCH' }, NO_PID, 'maps', '/proc')).toMatchObject({
    code: 'ended',
    message: `process ${NO_PID} ended while it was read`,
  })
})

test('a zombie has an empty maps, and no smaps_rollup to read', async () => {
  const { said } = await startPerl('my $pid = fork // die; exit if !$pid; print "$pid "')
  const zombie = Number.parseInt(said, 10)
  await until('the child is a zombie', () => stateOf(zombie) === 'Z')
  expect(readProcFile(zombie, 'maps').length).toBe(0)
  expect(await thrownBy(() => readProcFile(zombie, 'smaps_rollup'))).toMatchObject({ code: 'unreadable' })
})

test.skipIf(!isRoot)('nobody may not read the maps of root, and is told who may', async () => {
  const { pid } = await startPerl('1')
  process.seteuid?.(65534)
  const error = await thrownBy(() => readProcFile(pid, 'maps')).finally(() => process.seteuid?.(0))
  expect(error).toMatchObject({
    code: 'no-permission',
    message: `process ${pid} belongs to root (uid 0); nobody (uid 65534) may not read its maps`,
    next: 'run the command with sudo',
  })
})

test('a stat that no kernel prints is said to be none', async () => {
  const root = fakeProc('')
  writeFileSync(join(root, '42', 'stat'), '42 (fake')
  expect(await thrownBy(() => readStat(42, root))).toMatchObject({ code: 'unreadable' })
})
