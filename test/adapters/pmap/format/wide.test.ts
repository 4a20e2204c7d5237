import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WideBlocks } from '../../../../adapters/pmap/format/wide.js'
import { projectToPmap } from '../../../../adapters/pmap/projection/projection.js'
import { smaps } from '../../../../adapters/smaps/index.js'
import type { Origin, View } from '../../../../src/adapter.js'
import { parse } from '../../../../src/ops/parse.js'
import { withoutSharing } from '../../../src/library/without-sharing.js'
import { view, views } from '../reading.js'

const version = spawnSync('pmap', ['-V'], { encoding: 'utf8' }).stdout?.split(' ').at(-1)?.trim()

function written(all: readonly View[], origins: readonly Origin[] = []): string {
  const blocks = new WideBlocks()
  return all
    .flatMap((one, index) =>
      [...blocks.block(one, origins[index])].map((piece) => Buffer.from(piece).toString('latin1')),
    )
    .join('')
}

function ran(words: readonly string[]): Buffer {
  return spawnSync('pmap', words, { env: { ...process.env, LC_ALL: 'C' } }).stdout
}

function withoutFirstLines(text: Buffer): string {
  return text.toString('latin1').replaceAll(/^\d+: {3}.*\n/gm, '')
}

describe.skipIf(version === undefined)('WideBlocks and pmap itself', () => {
  const sleepers: ChildProcess[] = []
  beforeAll(async () => {
    sleepers.push(spawn('sleep', ['60']), spawn('tail', ['-f', '/dev/null']))
    await new Promise((done) => setTimeout(done, 300))
  })
  afterAll(() => {
    for (const one of sleepers) one.kill()
  })

  it.each([['-X'], ['-XX'], ['-Xq'], ['-XXq'], ['-Xp'], ['-XXpq']])('writes %s of two processes', (word) => {
    const pids = sleepers.map(({ pid }) => pid as number)
    const dialect = word.startsWith('-XX') ? 'XX' : 'X'
    const empty = view('1:   x\n', dialect)
    const real = ran([word, ...pids.map(String)])
    const origins: Origin[] = []
    const projected = pids.map((pid): View => {
      const seen = parse(smaps, readFileSync(`/proc/${pid}/smaps`), {})[0] as View
      const source = { tool: 'pmap', version: version as string, argv: ['pmap', word, ...pids.map(String)] }
      const as = {
        ...empty,
        adapter: 'pmap',
        dialect,
        says: new Set(['pathname', 'vmFlags']),
        source,
      } as unknown as View
      const projection = projectToPmap(seen, as, {})
      origins.push({ seen: { pid, view: seen, state: 'there', facts: {} }, projection })
      return { ...as, table: projection.table }
    })
    const shown = (text: string): string => withoutSharing(text, [word])
    expect(shown(written(projected, origins))).toBe(shown(withoutFirstLines(real)))
  })

  it.each([['-X'], ['-XX']])('writes again what was read of %s', (word) => {
    const real = ran([word, ...sleepers.map(({ pid }) => String(pid))])
    expect(written(views(new Uint8Array(real)))).toBe(withoutFirstLines(real))
  })
})
