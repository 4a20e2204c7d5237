import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { adapters } from '../../adapters/index.js'
import type { View } from '../../src/adapter.js'
import { loadCapture } from '../../src/capture/folder.js'
import { captureFolders } from '../../src/golden/captures.js'
import { viewOf } from '../../src/library/snapshot-views.js'
import { KINDS, permsNamed } from './kinds.js'

const captures = captureFolders().filter(({ path }) => existsSync(join(path, 'labels')))

/** Mappings that the kernel makes larger than was asked: to whole huge pages, which on some machines are of 32 MiB, and a ring with its head. */
const LARGER = /^aio-ring$|hugetlb/

/** A label of the specimen with the range that it gave the kernel's mapping. */
interface Labelled {
  readonly label: string
  readonly start: bigint
  readonly end: bigint
}

function labelsOf(path: string): readonly Labelled[] {
  const log = readFileSync(join(path, 'labels'), 'latin1')
  return [...log.matchAll(/^(\S+) ([0-9a-f]+)-([0-9a-f]+)$/gm)].map(([, label, start, end]) => ({
    label: label as string,
    start: BigInt(`0x${start}`),
    end: BigInt(`0x${end}`),
  }))
}

/** The regions of a view that lie within a range, or hold it: a ring may be larger than what its owner asked for. */
function rowsAt({ table }: View, { start, end }: Labelled): readonly number[] {
  return Array.from({ length: table.length }, (_, row) => row).filter(
    (row) => (table.start(row) as bigint) < end && (table.end(row) as bigint) > start,
  )
}

describe.each(captures.map(({ name, path }) => [name, path] as const))('%s', (_, path) => {
  const snapshot = loadCapture(path)
  const views = snapshot.texts
    .filter(({ adapter, dialect }) => (adapter === 'maps' || adapter === 'smaps') && dialect !== 'rollup')
    .map((text) => viewOf(adapters, snapshot, text))

  test('every label is found in maps and smaps, with its range and the kind it should have', () => {
    const wrong: string[] = []
    const labels = labelsOf(path)
    for (const labelled of labels) {
      const kind = KINDS.find(({ label }) => label.test(labelled.label))
      if (kind === undefined) wrong.push(`${labelled.label}: no kind`)
      else for (const view of views) wrong.push(...faultsOf(view, labelled, kind, snapshot.host.arch))
    }
    expect(wrong).toEqual([])
    expect(views.map(({ adapter }) => adapter)).toEqual(['maps', 'smaps'])
    expect(labels.length).toBeGreaterThan(60)
  })
})

function faultsOf(view: View, labelled: Labelled, { perms, name }: (typeof KINDS)[number], arch = ''): string[] {
  const { label, start, end } = labelled
  const { table, adapter } = view
  const rows = rowsAt(view, labelled)
  const [row] = rows
  const fault = (what: string): string[] => [`${adapter} ${label}: ${what}`]
  if (row === undefined || rows.length > 1) return fault(`${rows.length} regions`)
  const exact = table.start(row) === start && table.end(row) === end
  if (!exact && !LARGER.test(label)) return fault(`${table.start(row)?.toString(16)}-${table.end(row)?.toString(16)}`)
  const shown = table.perms(row) ?? ''
  const named = perms === undefined ? permsOn(arch, permsNamed(label)) : undefined
  if (perms?.test(shown) === false || (named !== undefined && named !== shown)) return fault(shown)
  const pathname = table.pathname(row) ?? ''
  return name.test(pathname) ? [] : fault(JSON.stringify(pathname))
}

/** RISC-V has no pages that can be written and not read: Linux makes them readable there. */
function permsOn(arch: string, named: string | undefined): string | undefined {
  return arch.startsWith('riscv') ? named?.replace(/^-w/, 'rw') : named
}

test('kinds tell right from wrong', () => {
  expect(permsNamed('2:file-rw-shared')).toBe('rw-s')
  expect(permsNamed('anonymous-none')).toBe('---p')
  expect(permsNamed('plain')).toBeUndefined()
})
