import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findTool } from '../../../src/capture/find-tool.js'
import { runTool } from '../../../src/capture/tool.js'
import { Toolbox } from '../../../src/capture/toolbox.js'
import { fakeTool, scratch, stateOf, thrownBy, until } from './children.js'

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

test('a tool is given its arguments as they are, a bare environment, and /', async () => {
  const path = fakeTool('echo "$1|$2"; pwd; env | grep -v -e ^PWD= -e ^_= -e ^SHLVL= | sort; cat')
  const { argv, exit, stdout, stderr } = await runTool(path, ['a b', '$HOME;*'])
  expect(argv).toEqual([path, 'a b', '$HOME;*'])
  expect(text(stdout)).toBe('a b|$HOME;*\n/\nLC_ALL=C\nPATH=/usr/sbin:/usr/bin:/sbin:/bin\n')
  expect(exit).toBe(0)
  expect(stderr.length).toBe(0)
})

test('what it prints is bytes, to the last newline', async () => {
  const { stdout } = await runTool(fakeTool("printf 'x\\377\\0\\n\\n'"), [])
  expect([...stdout]).toEqual([0x78, 0xff, 0, 0x0a, 0x0a])
})

test('one that ends with 1 after half its rows is heard', async () => {
  const { exit, stdout, stderr } = await runTool(fakeTool('echo half; echo why >&2; exit 1'), [])
  expect({ exit, stdout: text(stdout), stderr: text(stderr) }).toEqual({ exit: 1, stdout: 'half\n', stderr: 'why\n' })
})

test('one that hangs is killed, and what it started with it', async () => {
  const pids = join(scratch(), 'pids')
  const path = fakeTool(`sleep 60 & echo $$ $! > ${pids}; echo begun; sleep 60`)
  expect(await thrownBy(() => runTool(path, [], { timeLimit: 1000 }))).toMatchObject({
    code: 'timed-out',
    message: `${path} did not end within 1 s`,
  })
  const [shell, sleeper] = readFileSync(pids, 'utf8').split(' ').map(Number)
  await until('both are gone', () => [shell, sleeper].every((pid) => 'ZX'.includes(stateOf(pid as number) ?? 'X')))
})

test('one whose child leaves the group and holds its stdout open does not hold us', async () => {
  const pid = join(scratch(), 'pid')
  const pipes = (): number => process.getActiveResourcesInfo().filter((name) => name === 'PipeWrap').length
  const before = pipes()
  const path = fakeTool(`setsid sh -c 'echo $$ > ${pid}; exec sleep 60' & sleep 0.2`)
  expect(await thrownBy(() => runTool(path, [], { timeLimit: 1500 }))).toMatchObject({ code: 'timed-out' })
  await until('its pipes are closed', () => pipes() === before)
  process.kill(Number(readFileSync(pid, 'utf8')), 'SIGKILL')
})

test('one that prints without end is stopped', async () => {
  const error = await thrownBy(() => runTool(fakeTool('exec yes'), [], { sizeLimit: 100_000 }))
  expect(error).toMatchObject({
    code: 'tool-failed',
    message: expect.stringMatching(/lsof printed more than 100000 bytes$/),
  })
})

test('one that dies of a signal failed', async () => {
  const path = fakeTool('kill -KILL $$')
  expect(await thrownBy(() => runTool(path, []))).toMatchObject({
    code: 'tool-failed',
    message: `${path} was ended by SIGKILL`,
  })
})

test('one that cannot be run failed', async () => {
  const path = fakeTool('')
  writeFileSync(path, '#!/no/such/interpreter\n')
  expect(await thrownBy(() => runTool(path, []))).toMatchObject({
    code: 'tool-failed',
    message: `${path} cannot be run: ENOENT`,
  })
})

test('a tool is found in PATH, else in the usual places', () => {
  const path = fakeTool('', 'pmap')
  expect(findTool('pmap', undefined, `:relative:${path.slice(0, -5)}`)).toBe(path)
  expect(findTool('sh', undefined, '')).toMatch(/^\/(usr\/)?bin\/sh$/)
})

test.each([
  ['lsof', 'apt-get install lsof, or --lsof with its path'],
  ['pmap', 'apt-get install procps, or --pmap with its path'],
])('when %s is missing, the package is named', async (name, next) => {
  expect(await thrownBy(() => findTool(name, undefined, '', []))).toMatchObject({
    code: 'no-tool',
    message: `${name} is not installed`,
    next,
  })
})

test.each([
  ['/no/such/lsof', '/no/such/lsof does not exist'],
  ['/tmp', '/tmp is not a program'],
  ['/etc/passwd', '/etc/passwd may not be run'],
])('--lsof %s is refused', async (path, message) => {
  expect(await thrownBy(() => findTool('lsof', path))).toMatchObject({ code: 'no-tool', message })
})

test('tools say their versions', async () => {
  const lsof = fakeTool('[ "$1" = -v ] && echo "    revision: 4.99.3" >&2')
  const pmap = fakeTool('echo "pmap from procps-ng 4.0.4"', 'pmap')
  const mute = fakeTool('echo')
  const toolbox = new Toolbox({ lsof, pmap, mute }, {})
  for (const name of ['lsof', 'pmap', 'mute']) await toolbox.run(name, [])
  expect(toolbox.tools()).toEqual({
    lsof: { path: lsof, version: '4.99.3' },
    pmap: { path: pmap, version: '4.0.4' },
    mute: { path: mute },
  })
})

test('a tool that hung once is not waited for again', async () => {
  const runs = join(scratch(), 'runs')
  const toolbox = new Toolbox({ lsof: fakeTool(`echo run >> ${runs}; exec sleep 60`) }, { timeLimit: 1000 })
  const first = await thrownBy(() => toolbox.run('lsof', []))
  expect(await thrownBy(() => toolbox.run('lsof', []))).toBe(first)
  expect(Object.keys(toolbox.tools())).toEqual(['lsof'])
  expect(readFileSync(runs, 'utf8')).toBe('run\n')
})

test('the version is asked once of each file', () => {
  const path = fakeTool('echo asked >> "$0.log"; echo "pmap from procps-ng 4.0.2"', 'pmap')
  const version = (): string | undefined => new Toolbox({ pmap: path }, {}).version('pmap')
  expect([version(), version()]).toEqual(['4.0.2', '4.0.2'])
  expect(readFileSync(`${path}.log`, 'latin1')).toBe('asked\n')
  writeFileSync(path, '#!/bin/sh\necho "pmap from procps-ng 4.0.40"\n')
  expect(version()).toBe('4.0.40')
})
