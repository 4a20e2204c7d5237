import { expect, test } from 'vitest'
import { formatPmap } from '../../../../adapters/pmap/format/formatter.js'
import { pmap } from '../../../../adapters/pmap/index.js'
import type { Seen, View } from '../../../../src/adapter.js'
import { joined } from '../../../../src/ops/format.js'
import { parse } from '../../../../src/ops/parse.js'

function printed(dialect: string, version: string, state: Seen['state']): string {
  const source = { tool: 'pmap', version, locale: 'C', argv: ['pmap', '7'] } as const
  const [view] = parse(pmap, new Uint8Array(0), { dialect, source }) as [View]
  const facts = { process: { pid: 7, cmdline: new TextEncoder().encode('a\0b\0') } }
  const seen: Seen = { pid: 7, state, facts, ...(state === 'there' ? { view } : {}) }
  const projection = { table: view.table, from: new Uint32Array(0), reasons: [] }
  return new TextDecoder().decode(joined(formatPmap([view], { origins: [{ seen, projection }] })))
}

test.each([
  ['default', '4.0.2', 'missing', ''],
  ['default', '4.0.2', 'unreadable', '7:   a b\n'],
  ['x', '3.3.10', 'unreadable', ''],
  ['default', '4.0.2', 'there', '7:   a b\n total                0K\n'],
  ['busybox-1.30', '1.30.1', 'there', '7: a b\nmapped: 0K\n'],
  ['busybox-x', '1.38.0', 'unreadable', '7: a b\nAddress\t\t  Kbytes     PSS   Dirty    Swap  Mode  Mapping\n'],
  ['toybox', '0.8.9', 'unreadable', '7: a\n'],
] as const)('%s of %s about a process that is %s', (dialect, version, state, text) => {
  expect(printed(dialect, version, state)).toBe(text)
})
