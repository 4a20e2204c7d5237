import { expect, test } from 'vitest'
import { adapters } from '../../../adapters/index.js'
import { json } from '../../../adapters/json/index.js'
import type { Adapter } from '../../../src/adapter.js'
import { format, joined } from '../../../src/ops/format.js'
import { parse } from '../../../src/ops/parse.js'
import { type FindFault, generate, generatedAdapters } from '../../../src/validate/generate.js'

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

/** What our own parser reads, as canonical JSON. */
const ours: FindFault = async ({ adapter: name, dialect, text, views }) => {
  const adapter = adapters.find((one) => one.name === name) as Adapter
  const read = parse(adapter, text, { dialect })
  const said = read.map((view) => JSON.parse(Buffer.from(joined(format(json, [view]))).toString()))
  expect(said.map(({ regions }) => regions)).toEqual(views.map(({ regions }) => regions))
  return read.every(({ diagnostics }) => diagnostics.countOf('error') === 0) ? undefined : 'there are errors'
}

test.each(generatedAdapters)('our own parser reads what is generated of %s as it was meant', async (adapter) => {
  const { runs, failure } = await generate({ adapter, runs: 150 }, ours)
  expect(failure).toBeUndefined()
  expect(runs).toBe(150)
})

test('a failure is shrunk to the smallest text', async () => {
  const find: FindFault = async ({ text: bytes }) => (text(bytes).includes('rw-s') ? 'it is shared' : undefined)
  const { seed, path, failure } = await generate({ adapter: 'maps', kernel: '6.12', arch: 'x86_64', runs: 500 }, find)
  expect(failure?.fault).toBe('it is shared')
  expect(text(failure!.about.text)).toMatch(/^00010000-00011000 rw-s 00000000 00:00 1 +\S.*\n$/)
  expect(failure?.about.views[0]?.regions).toHaveLength(1)
  const again = await generate(
    { adapter: 'maps', kernel: '6.12', arch: 'x86_64', runs: 1, seed, path: path as string },
    find,
  )
  expect(text(again.failure!.about.text)).toBe(text(failure!.about.text))
})

test('a seed makes the same texts', async () => {
  const texts = async (): Promise<readonly string[]> => {
    const seen: string[] = []
    await generate(
      { adapter: 'smaps', kernel: { since: '5.10', until: '6.1' }, runs: 20, seed: 7 },
      async ({ text: bytes }) => {
        seen.push(text(bytes))
        return undefined
      },
    )
    return seen
  }
  expect(await texts()).toEqual(await texts())
})

test('texts are made up of the dialects that are wanted', async () => {
  const seen = new Set<string>()
  await generate({ adapter: 'pmap', dialects: ['X', 'd'], runs: 20, seed: 1 }, async ({ dialect }) => {
    seen.add(dialect)
    return undefined
  })
  expect([...seen].sort()).toEqual(['X', 'd'])
})

test('a failing text of a tool shrinks to one process, and says which run of which version prints it', async () => {
  const find: FindFault = async ({ text: bytes }) => (text(bytes).includes('(deleted)') ? 'it is deleted' : undefined)
  const { failure } = await generate({ adapter: 'pmap', kernel: '6.12', arch: 'x86_64', runs: 500, seed: 3 }, find)
  expect(failure?.about.views).toHaveLength(1)
  expect(failure?.about.tool).toMatchObject({ version: '4.0.7', locale: 'C' })
  expect(text(failure!.about.text)).toMatch(/^1: {3}prog\n0{11}10000 {6}4K rwx--[ s]? .*\(deleted\)\n total {16}4K\n$/)
})

test.each([
  [{ adapter: 'lsof', dialects: ['x'] }, 'no texts of lsof in x are made up'],
  [{ adapter: 'status' }, 'no texts of status can be generated'],
  [{ adapter: 'maps', kernel: '9.1' }, 'no kernel that is known is 9.1'],
  [{ adapter: 'maps', arch: 'vax' }, 'no address spaces are made for vax'],
  [{ adapter: 'maps', kernel: '3.0', arch: 'riscv64' }, 'Linux 3.0 does not run on riscv64'],
])('%j is refused', async (options, message) => {
  await expect(generate({ runs: 1, ...options }, async () => undefined)).rejects.toThrow(message)
})

test('what a reader throws is no failure of a text', async () => {
  const broken = async (): Promise<undefined> => {
    throw new RangeError('not mine')
  }
  await expect(generate({ adapter: 'maps', runs: 5 }, broken)).rejects.toThrow('not mine')
})

test('stopped while a failure is made smaller, the smallest so far is shown', async () => {
  let tried = 0
  const find: FindFault = async ({ text: bytes }) => {
    tried += 1
    return text(bytes).includes('rw-s') ? 'it is shared' : undefined
  }
  let failed = Number.POSITIVE_INFINITY
  const isStopped = (): boolean => tried >= failed + 3
  const generation = await generate({ adapter: 'maps', runs: 500, seed: 4, isStopped }, async (one) => {
    const fault = await find(one)
    if (fault !== undefined) failed = Math.min(failed, tried)
    return fault
  })
  expect(tried).toBe(failed + 3)
  expect(generation.failure?.fault).toBe('it is shared')
})
