import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadCapture, saveCapture } from '../../../src/capture/folder.js'
import { capture } from '../../../src/library/capture.js'
import { compare } from '../../../src/library/of-snapshot.js'
import { redact } from '../../../src/library/redact.js'
import { scratch, thrownBy } from '../capture/children.js'

const MAPS = '00400000-00401000 r-xp 00000000 fe:01 9                                  /home/alice/secret\n'
const SMAPS = `${MAPS}Size:                  4 kB\nRss:                   4 kB\n`

/** A saved tree with one process. */
function tree(): string {
  const root = scratch()
  mkdirSync(join(root, '7'))
  writeFileSync(join(root, '7', 'maps'), MAPS)
  writeFileSync(join(root, '7', 'smaps'), SMAPS)
  return root
}

test('below another directory of processes no tool is run, and each view that is not there is told', async () => {
  const lacking: string[] = []
  const procRoot = `${tree()}/`
  const snapshot = await capture(7, { procRoot, onLacking: (view, why) => lacking.push(`${view}: ${why}`) })
  expect(snapshot.views.map(({ adapter }) => adapter)).toEqual(['maps', 'smaps'])
  expect(snapshot.problems).toEqual([])
  expect(lacking).toContain('lsof:table: lsof looks at /proc alone')
  expect(lacking).toContain(`status:default: there is no ${procRoot}7/status`)
})

test('a redacted snapshot has views without names, and compares as before', async () => {
  const original = await capture(7, { procRoot: tree() })
  expect(original.views[0]?.table.pathname(0)).toBe('/home/alice/secret')
  const { snapshot, counts } = redact(original)
  expect(snapshot.redacted).toBe(true)
  expect(counts.pathname).toBeGreaterThan(0)
  for (const { table } of snapshot.views) {
    expect(table.pathname(0)).toHaveLength('/home/alice/secret'.length)
    expect(table.pathname(0)).not.toMatch(/alice|secret/)
  }
  expect(compare(snapshot).verdict).toBe(compare(original).verdict)
})

test('capture can redact at once, and what it gives is not saved among other files', async () => {
  const snapshot = await capture(7, { procRoot: tree(), redact: true })
  const folder = join(scratch(), 'shared')
  saveCapture(folder, snapshot)
  expect(loadCapture(folder).redacted).toBe(true)
  writeFileSync(join(folder, 'notes'), '')
  expect(await thrownBy(() => saveCapture(folder, snapshot, { force: true }))).toMatchObject({ code: 'unwritable' })
})
