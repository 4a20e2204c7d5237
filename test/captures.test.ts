import { describe, expect, test } from 'vitest'
import { adapters } from '../adapters/index.js'
import { loadCapture } from '../src/capture/folder.js'
import { captureFolders } from '../src/golden/captures.js'
import { compareSnapshot } from '../src/library/compare-snapshot.js'

/** Captures of processes that no tool but the kernel looked at, so that nothing but a sum may need explaining. */
const KERNEL_ALONE = /^(captures\/)?2\.6\.32/

describe('every golden capture can be true at once', () => {
  test.each(captureFolders().map(({ name, path }) => [name, path]))('%s', (name, path) => {
    const snapshot = loadCapture(path as string)
    const { comparison, problems } = compareSnapshot(adapters, snapshot)
    const { state } = snapshot.process
    expect(problems).toEqual([])
    expect(comparison.contradictions).toEqual([])
    expect(comparison.sums.findings).toEqual([])
    for (const { other, differences } of comparison.pairs) expect([other, differences]).toEqual([other, []])
    for (const { other, reasons } of comparison.pairs) {
      const adapter = adapters.find(({ name }) => name === comparison.views[other]?.adapter)
      for (const { code } of reasons) expect(adapter?.reasons?.[code], code).toBeTruthy()
    }
    const regions = comparison.views[comparison.reference]?.table.length ?? 0
    const quiet = regions === 0 || KERNEL_ALONE.test(name as string)
    const codes = comparison.pairs.flatMap(({ reasons }) => reasons.map(({ code }) => code))
    if (quiet) expect(codes.filter((code) => code !== 'zombie-not-listed')).toEqual([])
    if (codes.length > 0) expect(quiet ? ['Z', 'X'] : [state]).toContain(state)
    const isExplained = !quiet || codes.length > 0 || comparison.sums.exceptions.length > 0
    expect(comparison.verdict).toBe(isExplained ? 'explained' : 'agree')
  })
})
