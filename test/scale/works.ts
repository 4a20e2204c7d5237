import { check } from '../../src/library/check.js'
import { compare } from '../../src/library/compare.js'
import { convert } from '../../src/library/convert.js'
import { detect } from '../../src/library/detect.js'
import { parse } from '../../src/library/parse.js'
import { redact } from '../../src/library/redact.js'
import { withViews } from '../../src/library/snapshot.js'
import { ROWS, type Row } from './rows.js'
import { TEXTS } from './texts.js'

/** Makes what a work needs, for lists of so many mappings; gives the work itself. */
export type Prepare = (n: number) => () => unknown

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

/** Every kind of work on texts of each format, by its name and the name of the list. */
export function works(): Map<string, Prepare> {
  const all = new Map<string, Prepare>()
  for (const list of Object.keys(ROWS)) {
    const add = (name: string, prepare: (rows: readonly Row[]) => () => unknown): void => {
      all.set(`${name}, ${list}`, (n) => prepare(rowsOf(list, n)))
    }
    for (const format of Object.keys(TEXTS)) {
      add(`parse ${format}`, (rows) => {
        const text = textOf(format, rows)
        return () => parse(text, { from: format }).length
      })
    }
    add('detect', (rows) => {
      const texts = Object.keys(TEXTS).map((format) => textOf(format, rows))
      return () => texts.map((text) => detect(text))
    })
    for (const format of [
      MAPS,
      'smaps:64bit',
      'json',
      'ndjson',
      'csv',
      'lsof:table',
      'lsof:fields0',
      'pmap:x',
      'pmap:X',
    ]) {
      add(`convert to ${format}`, (rows) => {
        const view = viewOf('smaps:64bit', rows)
        return () => convert(view, format, { facts: FACTS }).bytes.length
      })
    }
    add('losses', (rows) => {
      const view = viewOf('smaps:64bit', rows)
      return () => [...convert(view, 'pmap:x', { facts: FACTS }).losses]
    })
    for (const format of Object.keys(TEXTS).slice(1)) {
      add(`compare maps with ${format}`, (rows) => {
        const views = [viewOf(MAPS, rows), viewOf(format, rows)]
        return () => compare(views)
      })
      for (const other of ['reversed', 'shuffled', 'one name', 'made-up names', 'anonymous']) {
        if (list !== 'distinct' && list !== 'one file' && list !== 'one name') continue
        add(`compare maps with ${format} of ${other}`, (rows) => {
          const views = [viewOf(MAPS, rows), viewOf(format, rowsOf(other, rows.length))]
          return () => compare(views)
        })
      }
    }
    add('check', (rows) => {
      const views = ['maps:64bit', 'smaps:64bit', 'pmap:x'].map((format) => viewOf(format, rows))
      return () => check(views).findings.length
    })
    add('redact', (rows) => {
      const snapshot = snapshotOf(rows)
      return () => redact(snapshot).snapshot.texts.length
    })
  }
  return all
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
