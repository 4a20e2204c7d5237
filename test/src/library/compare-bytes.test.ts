import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { adapters } from '../../../adapters/index.js'
import { loadCapture, saveCapture } from '../../../src/capture/folder.js'
import { Toolbox } from '../../../src/capture/toolbox.js'
import type { Snapshot } from '../../../src/capture/types.js'
import { compareBytes, firstDifference } from '../../../src/library/compare-bytes.js'
import { viewRequests } from '../../../src/library/snapshot-views.js'
import { takeViews } from '../../../src/library/take-views.js'
import { scratch, startPerl } from '../capture/children.js'

const CAPTURES = fileURLToPath(new URL('../../../golden/captures/', import.meta.url))
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const installed = new Toolbox({}, {}).version('pmap') !== undefined

test('what is not known is named', () => {
  const { results } = compareBytes(adapters, loadCapture(`${CAPTURES}4.4.155-x86_64/names`))
  const lsof = results.find(({ name }) => name === 'lsof:fields0')
  expect(lsof?.because[0]?.code).toBe('not-captured')
  expect(lsof?.because[0]?.sentence).toMatch(/the locks that it held; what stat says of .* and \d+ more/)
  const snapshot = loadCapture(`${CAPTURES}4.4.155-x86_64/perl`)
  const [pmap] = compareBytes(adapters, { ...snapshot, tools: {} }).results
  expect(pmap?.because).toEqual([{ code: 'not-captured', sentence: 'the version of pmap' }])
})

describe.skipIf(!installed)('a live process', () => {
  async function taken(views: string): Promise<Snapshot> {
    const { pid } = await startPerl('$0 = "a b"')
    return takeViews(adapters, pid, viewRequests(adapters, views), {})
  }
  const verdicts = (snapshot: Snapshot): string[] =>
    compareBytes(adapters, snapshot).results.map(({ name, verdict, because }) =>
      [name, verdict, ...because.map(({ code }) => code)].join(' '),
    )
  const changed = ({ texts, ...rest }: Snapshot, change: (text: string) => string): Snapshot => ({
    ...rest,
    texts: texts.map((text) =>
      text.file === 'pmap/default.txt' ? { ...text, bytes: bytes(change(Buffer.from(text.bytes).toString())) } : text,
    ),
  })

  test('its texts are as predicted, or counters moved; its capture gives the same answers', async () => {
    const snapshot = await taken('smaps,lsof:table,lsof:fields0,pmap,pmap:x,pmap:d,pmap:X')
    const said = verdicts(snapshot)
    expect(said.filter((line) => !/ equal$| explained drifted$/.test(line))).toEqual([])
    expect(said.slice(0, 3)).toEqual(['lsof:table equal', 'lsof:fields0 equal', 'pmap:default equal'])
    const directory = `${scratch()}/capture`
    saveCapture(directory, snapshot)
    expect(verdicts(loadCapture(directory))).toEqual(said)
  })

  test.each([
    ['a blank', (text: string) => text.replace('K r', 'K  r')],
    ['a name', (text: string) => text.replace('[ stack ]', '[ stuck ]')],
    ['the total', (text: string) => text.replace(/total .*\d/, ' total        7')],
    ['a row', (text: string) => text.replace(/^0.*\n/m, '')],
  ])('%s that is not as predicted is found', async (_, change) => {
    expect(verdicts(changed(await taken('pmap'), change))).toEqual(['pmap:default unexplained'])
  })

  test('the rule that made the line is named', async () => {
    const snapshot = changed(await taken('pmap'), (text) => text.replace('perl\n', '/bin/perl\n'))
    const [result] = compareBytes(adapters, snapshot).results
    expect(result?.madeBy.map(({ code }) => code)).toEqual(['basename-only'])
    expect(result?.difference?.line).toBe(2)
  })
})

test('the first line that differs, and where', () => {
  expect(firstDifference(bytes('a\nb\n'), bytes('a\nb\n'))).toBeUndefined()
  expect(firstDifference(bytes('a\nbc\n'), bytes('a\nbd\n'))).toEqual({
    line: 2,
    column: 1,
    predicted: bytes('bc'),
    real: bytes('bd'),
  })
  expect(firstDifference(bytes('a\n'), bytes('a\nb\n'))).toEqual({ line: 2, column: 0, real: bytes('b') })
  expect(firstDifference(bytes('a\n'), bytes('a'))).toMatchObject({ line: 1, column: 1 })
})
