import { execFileSync } from 'node:child_process'
import { setFlagsFromString } from 'node:v8'
import { afterEach, expect, test, vi } from 'vitest'
import { optimizeAgain, stopOptimizing } from '../../../src/capture/short-run.js'

vi.mock('node:v8', () => ({ setFlagsFromString: vi.fn() }))

const said = (): unknown[] => vi.mocked(setFlagsFromString).mock.calls.flat()

afterEach(() => {
  optimizeAgain()
  vi.mocked(setFlagsFromString).mockClear()
})

test('optimizing is stopped once, and begun again once', () => {
  stopOptimizing('11.3.244.8-node.38')
  stopOptimizing('12.4.254.21-node.33')
  optimizeAgain()
  optimizeAgain()
  expect(said()).toEqual(['--turbo-filter=~', '--turbo-filter=*'])
})

test('it is not begun again where nobody stopped it, nor stopped where it is quick', () => {
  optimizeAgain()
  stopOptimizing('13.6.233.17-node.28')
  expect(said()).toEqual([])
})

test('code that is kept compiled after both is taken by the next run', () => {
  stopOptimizing('11.3')
  optimizeAgain()
  const kept = run(said().join(' '))
  expect(run('', kept)).toBe('taken')
  expect(run('--no-opt', kept)).toBe('refused')
})

/** Sets these options of V8 in a run that compiles something: gives that to be kept, or says whether it took what was. */
function run(...args: string[]): string {
  const script = `
    const { Script } = require('node:vm')
    const [flags, kept] = process.argv.slice(1)
    for (const flag of flags.split(' ').filter(Boolean)) require('node:v8').setFlagsFromString(flag)
    const cachedData = kept && Buffer.from(kept, 'base64')
    const made = new Script('(() => 1)', cachedData ? { cachedData } : {})
    if (kept) console.log(made.cachedDataRejected ? 'refused' : 'taken')
    else console.log(made.createCachedData().toString('base64'))`
  return execFileSync(process.execPath, ['-e', script, '--', ...args], { encoding: 'utf8' }).trim()
}
