import fc from 'fast-check'
import { adapters } from '../../adapters/index.js'
import { mapsText } from '../../arbitraries/wild/maps-text.js'
import { smapsText } from '../../arbitraries/wild/smaps-text.js'
import type { Adapter, Seen, StatFacts, View } from '../../src/adapter.js'
import { latin1 } from '../../src/model/pathname.js'
import { parse } from '../../src/ops/parse.js'

/** What stat may say of a path, but for the device and inode of the file that is mapped. */
type Look = Omit<StatFacts, 'path'> & { readonly found: boolean }

const TYPES = [0o100000, 0o100000, 0o100000, 0o020000, 0o060000, 0o010000, 0o040000, 0o140000]

const found: fc.Arbitrary<Look> = fc.record({
  found: fc.constant(true),
  mode: fc.constantFrom(...TYPES),
  size: fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 0x7fffffffffffffffn })),
  links: fc.bigInt({ min: 0n, max: 100_000n }),
  rdev: fc.record({ major: fc.nat({ max: 0xfff }), minor: fc.nat({ max: 0xfffff }) }),
})

const look: fc.Arbitrary<Look> = fc.oneof(
  { weight: 4, arbitrary: found },
  {
    weight: 1,
    arbitrary: fc.tuple(found, fc.bigInt({ min: 1n, max: 9n })).map(([one, inode]) => ({
      ...one,
      found: false,
      device: { major: 8, minor: 1 },
      inode,
    })),
  },
  { weight: 1, arbitrary: fc.constantFrom('ENOENT', 'EACCES').map((error) => ({ found: false, error })) },
)

/** A process with a generated address space, and what a tool finds that looks at it. */
export function seenProcess(adapter: Adapter, reads: 'maps' | 'smaps'): fc.Arbitrary<Seen> {
  const texts: fc.Arbitrary<{ readonly text: Uint8Array }> = reads === 'maps' ? mapsText : smapsText
  const reader = adapters.find(({ name }) => name === reads) as Adapter
  const process = { pid: 4711, comm: Buffer.from('made'), command: 'made', cmdline: Buffer.from('made\0up'), uid: 7 }
  const exe = { pathname: '/usr/bin/made', device: { major: 8, minor: 1 }, inode: 42n }
  const facts = {
    ...process,
    exe,
    user: 'lp',
    ppid: 1,
    pgid: 4711,
    state: 'S',
    sameMountNamespace: true,
    startStack: 0n,
  }
  const likely = texts.filter(({ text }) => isLikely(Buffer.from(text).toString('latin1'), reads))
  return fc.tuple(likely, fc.array(look, { minLength: 1, maxLength: 8 })).map(([{ text }, looks]) => {
    const [view] = parse(reader, text, { asPrinted: true }) as [View]
    const paths = [...(adapter.looksUp?.(view, facts) ?? [])].map(latin1)
    const stats = new Map(paths.map((path, i) => [path, statOf(view, path, looks[i % looks.length] as Look)]))
    stats.set('exe', { path: 'exe', device: exe.device, inode: exe.inode, mode: 0o100755, size: 35000n, links: 1n })
    return { pid: 4711, view, state: 'there', facts: { process: facts, stats, locks: [], pageSize: 4096 } }
  })
}

/** A look that finds the mapped file tells its device and inode, those of the first mapping of the name. */
function statOf({ table }: View, path: string, { found: isMapped, ...said }: Look): StatFacts {
  if (!isMapped) return { path, ...said }
  let row = 0
  while (row < table.length && !latin1(table.pathnameBytes(row) ?? new Uint8Array(0)).startsWith(path)) row += 1
  const [device, inode] = row < table.length ? [table.device(row), table.inode(row)] : []
  return { path, ...said, ...(device === undefined ? {} : { device }), ...(inode === undefined ? {} : { inode }) }
}

/**
 * False for what no process shows: one without any path is taken for the view of a tool that prints the last part of paths alone,
 * and no mapping lacks all flags. Kernels before Linux 2.6.26 have no `Swap`, for which pmap -x waits before it prints a row.
 */
function isLikely(text: string, reads: 'maps' | 'smaps'): boolean {
  const hasPath = /^[0-9a-f]+-.* \//m.test(text)
  return hasPath && (reads === 'maps' || (text.includes('\nSwap:') && !text.includes('VmFlags: \n')))
}
