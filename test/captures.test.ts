import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { adapters } from '../adapters/index.js'
import { loadCapture } from '../src/capture/folder.js'
import { compareSnapshot } from '../src/library/compare-snapshot.js'
import { findCaptures } from '../tools/golden/cases.js'

const GOLDEN = fileURLToPath(new URL('../golden/', import.meta.url))

/** Captures of processes that no tool but the kernel looked at, so that nothing but a sum may need explaining. */
const KERNEL_ALONE = /^(captures\/)?2\.6\.32/

describe('every golden capture can be true at once', () => {
  test.each(findCaptures(GOLDEN).map(({ name, path }) => [name, path]))('%s', (name, path) => {
    const { comparison, problems } = compareSnapshot(adapters, loadCapture(path as string))
    expect(problems).toEqual([])
    expect(comparison.contradictions).toEqual([])
    expect(comparison.sums.findings).toEqual([])
    for (const { other, differences } of comparison.pairs) expect([other, differences]).toEqual([other, []])
    const regions = comparison.views[comparison.reference]?.table.length ?? 0
    const quiet = regions === 0 || KERNEL_ALONE.test(name as string)
    if (quiet) for (const { other, reasons } of comparison.pairs) expect([other, reasons]).toEqual([other, []])
    const isExplained = !quiet || comparison.sums.exceptions.length > 0
    expect(comparison.verdict).toBe(isExplained ? 'explained' : 'agree')
  })

  test('each rule that is given as a reason is documented', () => {
    for (const { path } of findCaptures(GOLDEN)) {
      const { comparison } = compareSnapshot(adapters, loadCapture(path))
      for (const { other, reasons } of comparison.pairs) {
        const adapter = adapters.find(({ name }) => name === comparison.views[other]?.adapter)
        for (const { code } of reasons) expect(adapter?.reasons?.[code], code).toBeTruthy()
      }
    }
  })
})
