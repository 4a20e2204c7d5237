import { execFileSync, spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatLsof } from '../../../../adapters/lsof/format/formatter.js'
import { lsof } from '../../../../adapters/lsof/index.js'
import type { View } from '../../../../src/adapter.js'
import { joined } from '../../../../src/ops/format.js'
import { parse } from '../../../../src/ops/parse.js'

const VERSION = /revision: (\S+)/.exec(execFileSync('sh', ['-c', 'lsof -v 2>&1 || true'], { encoding: 'latin1' }))?.[1]

/** Processes with odd commands: a blank, a backslash, bytes from 0x80 on, and more columns than COMMAND has. */
const children = ['two words', 'back\\slash', 'ué€x', 'long-as-can-be', 'a\nb\x01'].map((name) => {
  const program = join(mkdtempSync(join(tmpdir(), 'lsof-')), name)
  copyFileSync('/bin/sleep', program)
  return spawn(program, ['60'], { stdio: 'ignore' })
})
const pids = [process.pid, ...children.map(({ pid }) => pid as number)]

beforeAll(() => new Promise((done) => setTimeout(done, 200)))
afterAll(() => {
  for (const child of children) child.kill()
})

/** The views of what lsof prints, as a projection would hand them over: with the facts that the text does not tell. */
function again(words: readonly string[], dialect: string): { printed: string; written: string } {
  const bytes = execFileSync('lsof', words, {
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const views = parse(lsof, bytes, { dialect }).map(
    (view): View => ({
      ...view,
      table: view.table,
      [Symbol.iterator]: () => view[Symbol.iterator](),
      source: { tool: 'lsof', argv: ['lsof', ...words], ...(VERSION === undefined ? {} : { version: VERSION }) },
      process: { ...view.process, comm: readFileSync(`/proc/${view.process?.pid}/comm`).subarray(0, -1) },
    }),
  )
  return {
    printed: bytes.toString('latin1'),
    written: Buffer.from(joined(formatLsof(views, { dialect }))).toString('latin1'),
  }
}

describe.skipIf(VERSION === undefined)('what this machine’s lsof prints, read and written', () => {
  const select = ['-nP', '-a', '-p', pids.join(','), '-d', 'mem,txt,DEL']

  for (const words of [[], ['-R', '-g', '+L'], ['-l'], ['+c', '15'], ['+c', '0'], ['-s'], ['-o'], ['-w'], ['-K']]) {
    it(`is the same table: ${words.join(' ')}`, () => {
      const { printed, written } = again([...select, ...words], 'table')
      expect(printed.length).toBeGreaterThan(500)
      expect(written).toBe(printed)
    })
  }

  for (const letters of ['', 'pcuLRgftDrisklan', 'fn', 'fso', 'p', 'f', 'cn']) {
    it(`has the same fields: ${letters}`, () => {
      const nul = again([...select, `-F0${letters}`], 'fields0')
      expect(nul.written).toBe(nul.printed)
      const lines = again([...select, `-F${letters}`], 'fields')
      expect(lines.written).toBe(lines.printed)
    })
  }
})
