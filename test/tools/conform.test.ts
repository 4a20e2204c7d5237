import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { adapters } from '../../adapters/index.js'
import type { Outcome, Verdict } from '../../src/validate/types.js'
import { build, type Decoder, findDecoders, lacking, versionOf } from '../../tools/conform/decoders.js'
import { gridText } from '../../tools/conform/grid.js'
import { aCase } from '../src/validate/a-case.js'

const FOLDER = join(import.meta.dirname, '../../tools/decoders/')
const decoders = findDecoders(FOLDER)

describe.each([...decoders])('the decoder %s', (_, decoder) => {
  test('says what it reads, and how to install it', () => {
    expect(decoder.adapters.every((name) => adapters.some((one) => one.name === name))).toBe(true)
    expect(decoder.install).toMatch(/^apt-get install -y /)
    expect(decoder.needs.length).toBeGreaterThan(0)
    expect(existsSync(join(decoder.folder, 'README.md'))).toBe(true)
  })
})

test('at least five are parsers of others', () => {
  expect([...decoders.values()].filter(({ witness = false }) => !witness).length).toBeGreaterThanOrEqual(5)
})

describe('a decoder', () => {
  const cache = mkdtempSync(join(tmpdir(), 'conform-'))
  afterAll(() => rmSync(cache, { recursive: true }))
  const one: Decoder = {
    name: 'one',
    about: 'Shows how.',
    adapters: ['maps'],
    install: 'apt-get install -y coreutils',
    needs: ['sh', '/', 'no-such-program', '/no/such/file'],
    build: [['cp', '/bin/echo', '{build}/decoder']],
    command: ['{build}/decoder', '{folder}/x'],
    version: ['sh', '-c', 'echo one 1.0; echo more'],
    folder: '/somewhere',
  }

  test('that needs what is not there is told so', () => {
    expect(lacking(one)).toEqual(['no-such-program', '/no/such/file'])
  })

  test('is built in a folder of its own, and started there', async () => {
    expect(await build('one', { ...one, folder: cache }, cache)).toEqual([
      join(cache, 'decoders/one/decoder'),
      join(cache, 'x'),
    ])
    expect(existsSync(join(cache, 'decoders/one/decoder'))).toBe(true)
  })

  test('tells its version in a line, or cannot run here', async () => {
    expect(await versionOf('one', one, cache)).toBe('one 1.0')
    await expect(versionOf('one', { ...one, version: ['false'] }, cache)).rejects.toThrow()
  })
})

test('the grid counts what passes of each group, and how the others fail', () => {
  const outcome = (id: string, verdict: Verdict): Outcome => ({
    case: aCase({ id, flags: ['hostile-name'] }),
    verdict,
    time: 1,
  })
  const outcomes = [
    outcome('maps/valid/a', 'pass'),
    outcome('maps/valid/b', 'crashed'),
    outcome('captures/x/y', 'pass'),
  ]
  const text = gridText(
    [{ name: 'one', version: '1.0', about: 'Shows how.', witness: false, outcomes, notes: 'It is slow.\n' }],
    [{ name: 'two', why: 'cargo is not installed' }],
    'A machine.',
  )
  expect(text).toMatch(/\| one +\| \*\*1\*\* +\| 1\/2: 1 crashed \|/)
  expect(text).toMatch(/\| hostile-name \| 2\/3: 1 crashed \|/)
  expect(text).toContain('two was left out: cargo is not installed')
  expect(text).toContain('Shows how. Version: 1.0.\n\nIt is slow.')
})
