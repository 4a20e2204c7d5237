import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { statPaths } from '../../src/capture/file-stats.js'
import { readProcFile } from '../../src/capture/proc.js'
import { check } from '../../src/library/check.js'
import { compare } from '../../src/library/compare.js'
import { convert } from '../../src/library/convert.js'
import { detect } from '../../src/library/detect.js'
import { parse } from '../../src/library/parse.js'
import { redact } from '../../src/library/redact.js'
import { withViews } from '../../src/library/snapshot.js'
import type { Prepare } from './boot.js'
import { ROWS, type Row } from './rows.js'
import { TEXTS } from './texts.js'

const MAPS = 'maps:64bit'
const FACTS = { process: { pid: 42, command: 'specimen', uid: 0, user: 'root' } }
const WORDS: Readonly<Record<string, readonly string[]>> = {
  'lsof:fields0': ['/usr/bin/lsof', '-F0', '-p', '42'],
  'lsof:table': ['/usr/bin/lsof', '-p', '42'],
  'pmap:x': ['/usr/bin/pmap', '-x', '42'],
}

function textOf(format: string, rows: readonly Row[]): Uint8Array {
  return (TEXTS[format] as (rows: readonly Row[]) => Uint8Array)(rows)
}

function rowsOf(name: string, n: number): readonly Row[] {
  return (ROWS[name] as (n: number) => readonly Row[])(n)
}

function viewOf(format: string, rows: readonly Row[]): ReturnType<typeof parse>[0] {
  return parse(textOf(format, rows), { from: format, asPrinted: true })[0]
}

/** The lists that make the worst of names that people chose, for what asks nothing else of a list. */
const FEW = ['distinct', 'one name', 'made-up names', 'anonymous']

/** Every kind of work, by its name: on texts of each format, and on each list that matters to it. */
export const WORKS: Readonly<Record<string, () => Map<string, Prepare>>> = {
  parse: () =>
    each(Object.keys(ROWS), Object.keys(TEXTS), (rows, format) => {
      const text = textOf(format, rows)
      return () => parse(text, { from: format })
    }),
  detect: () =>
    each(FEW, Object.keys(TEXTS), (rows, format) => {
      const text = textOf(format, rows)
      return () => detect(text)
    }),
  project: () =>
    each(Object.keys(ROWS), ['lsof:table', 'lsof:fields0', 'pmap:x', 'pmap:X'], (rows, format) => {
      const view = viewOf('smaps:64bit', rows)
      return () => convert(view, format, { facts: FACTS }).bytes
    }),
  format: () =>
    each(FEW, [MAPS, 'smaps:64bit', 'json', 'ndjson', 'csv'], (rows, format) => {
      const view = viewOf('smaps:64bit', rows)
      return () => convert(view, format).bytes
    }),
  compare: () =>
    each(Object.keys(ROWS), Object.keys(TEXTS).slice(1), (rows, format) => {
      const views = [viewOf(MAPS, rows), viewOf(format, rows)]
      return () => compare(views)
    }),
  'compare what differs': () =>
    each(
      ['reversed', 'shuffled', 'one name', 'made-up names', 'anonymous'],
      Object.keys(TEXTS).slice(1),
      (rows, format) => {
        const views = [viewOf(MAPS, rowsOf('distinct', rows.length)), viewOf(format, rows)]
        return () => compare(views)
      },
    ),
  check: () =>
    each(Object.keys(ROWS), ['pmap:x'], (rows, format) => {
      const views = [MAPS, 'smaps:64bit', format].map((one) => viewOf(one, rows))
      return () => check(views)
    }),
  redact: () =>
    each(FEW, ['every format'], (rows) => {
      const snapshot = snapshotOf(rows)
      return () => redact(snapshot)
    }),
  capture: () =>
    new Map<string, Prepare>([
      ['read maps', (n) => prepareRead(rowsOf('distinct', 25 * n))],
      ['stat', (n) => () => statPaths(rowsOf('distinct', n).map(({ name }) => Buffer.from(name)))],
    ]),
}

function each(
  lists: readonly string[],
  formats: readonly string[],
  prepare: (rows: readonly Row[], format: string) => () => unknown,
): Map<string, Prepare> {
  const all = new Map<string, Prepare>()
  for (const list of lists) {
    for (const format of formats) all.set(`${format}, ${list}`, (n) => prepare(rowsOf(list, n), format))
  }
  return all
}

/** Puts maps into a folder like /proc, of many times the size that is read at once. */
function prepareRead(rows: readonly Row[]): () => unknown {
  const root = mkdtempSync(join(tmpdir(), 'memmaps-test-'))
  process.on('exit', () => rmSync(root, { recursive: true, force: true }))
  mkdirSync(join(root, '42'))
  writeFileSync(join(root, '42', 'maps'), textOf(MAPS, rows))
  return () => readProcFile(42, 'maps', root)
}

function snapshotOf(rows: readonly Row[]): ReturnType<typeof withViews> {
  const names = new Set(rows.map(({ name }) => name).filter((name) => name.startsWith('/')))
  return withViews({
    captured: '2026-01-01T00:00:00.000Z',
    host: { kernel: '6.18.0', arch: 'x86_64', pageSize: 4096 },
    tools: { lsof: { path: '/usr/bin/lsof', version: '4.95.0' }, pmap: { path: '/usr/bin/pmap', version: '4.0.2' } },
    process: { pid: 42, kind: 'process', command: 'specimen' },
    stats: [...names].map((path) => ({
      path,
      mode: 0o100644,
      size: 8192n,
      device: { major: 254, minor: 1 },
      inode: 77n,
      links: 1n,
    })),
    frozen: false,
    moved: false,
    attempts: 1,
    problems: [],
    texts: Object.keys(TEXTS).map((name) => {
      const [adapter = '', dialect = ''] = name.split(':')
      const argv = WORDS[name]
      return {
        adapter,
        dialect,
        file: `${adapter}/${dialect}.txt`,
        bytes: textOf(name, rows),
        ...(argv === undefined ? {} : { argv }),
      }
    }),
  })
}
