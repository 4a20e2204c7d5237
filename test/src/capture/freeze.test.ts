import { once } from 'node:events'
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { freeze } from '../../../src/capture/freeze.js'
import { isRoot, scratch, start, startPerl, stateOf, thrownBy, until } from './children.js'

test('a process stands still until it is let go', async () => {
  const { pid } = await startPerl('1')
  const { thaw } = await freeze(pid)
  expect(stateOf(pid)).toBe('T')
  thaw()
  await until('it runs', () => stateOf(pid) === 'S')
  thaw()
})

test('nothing of it is left when it is let go', async () => {
  const listeners = (): number => process.listenerCount('SIGINT') + process.listenerCount('exit')
  const before = listeners()
  const { pid } = await startPerl('1')
  const { thaw } = await freeze(pid)
  expect(listeners()).toBe(before + 2)
  thaw()
  expect(listeners()).toBe(before)
})

test('one that was stopped already stays stopped', async () => {
  const { pid, child } = await startPerl('1')
  child.kill('SIGSTOP')
  await until('it stopped', () => stateOf(pid) === 'T')
  const { thaw } = await freeze(pid)
  thaw()
  expect(stateOf(pid)).toBe('T')
})

test.each([
  ['this program', process.pid],
  ['its parent', process.ppid],
])('%s is refused', async (_, pid) => {
  expect(await thrownBy(() => freeze(pid))).toMatchObject({ code: 'usage', next: 'leave --freeze out' })
})

test.skipIf(!isRoot)('nobody may not stop a process of root', async () => {
  const { pid } = await startPerl('1')
  const script = program(
    `await freeze(${pid}).catch(({ code, message }) => console.log(JSON.stringify({ code, message })))`,
  )
  const { said } = await start(process.execPath, [script], { uid: 65534, cwd: '/' })
  expect(JSON.parse(said)).toEqual({
    code: 'no-permission',
    message: `process ${pid} belongs to root (uid 0); nobody (uid 65534) may not stop it`,
  })
  expect(stateOf(pid)).toBe('S')
})

test('one that is gone is said to be gone', async () => {
  expect(await thrownBy(() => freeze(2 ** 22 + 1))).toMatchObject({ code: 'no-process' })
})

test('one that ends while it is frozen is no trouble', async () => {
  const { pid, child } = await startPerl('1')
  const { thaw } = await freeze(pid)
  child.kill('SIGKILL')
  await once(child, 'exit')
  thaw()
})

test('every thread has stopped', async () => {
  const { pid } = await start(process.execPath, ['-e', 'console.log("ready"); setInterval(() => {}, 1000)'])
  const threads = readdirSync(`/proc/${pid}/task`)
  expect(threads.length).toBeGreaterThan(1)
  const { thaw } = await freeze(pid)
  const states = threads.map((thread) => readFileSync(`/proc/${pid}/task/${thread}/stat`, 'latin1').split(') ')[1]?.[0])
  thaw()
  expect(new Set(states)).toEqual(new Set(['T']))
})

test.each([
  ['SIGINT', ''],
  ['SIGTERM', ''],
  ['SIGHUP', ''],
  ['SIGQUIT', ''],
  ['exit 3', 'process.exit(3)'],
  ['exit 1', 'throw new Error("expected")'],
])('it runs again when we end by %s', async (how, code) => {
  const { pid } = await startPerl('1')
  const script = program(
    `await freeze(${pid})
    process.stdout.write('frozen')
    process.stdin.on('data', () => { ${code} })`,
  )
  const { child } = await start(process.execPath, [script], {
    // Where SIGQUIT may leave a core.
    cwd: dirname(script),
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  expect(stateOf(pid)).toBe('T')
  if (code === '') child.kill(how as NodeJS.Signals)
  else child.stdin?.write('go')
  const [status, signal] = await once(child, 'exit')
  expect(signal ?? `exit ${status}`).toBe(how)
  await until('it runs', () => stateOf(pid) === 'S')
})

/** A program that runs `code` with `freeze` at hand, as JavaScript: signals cannot be tried on the test's process. */
function program(code: string): string {
  const directory = scratch()
  chmodSync(directory, 0o755)
  writeFileSync(join(directory, 'package.json'), '{"type":"module"}')
  for (const folder of ['src/capture', 'src/report', 'src/model']) {
    for (const name of readdirSync(folder)) {
      const source = readFileSync(join(folder, name), 'utf8')
      const target = join(directory, folder, name.replace(/\.ts$/, '.js'))
      const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 }
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, ts.transpileModule(source, { compilerOptions: options }).outputText)
    }
  }
  const script = join(directory, 'script.js')
  writeFileSync(script, `import { freeze } from './src/capture/freeze.js'\n${code}`)
  return script
}
