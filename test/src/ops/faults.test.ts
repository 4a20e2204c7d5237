import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { adapters } from '../../../adapters/index.js'
import type { View } from '../../../src/adapter.js'
import { loadCapture } from '../../../src/capture/folder.js'
import type { CapturedText, Snapshot } from '../../../src/capture/types.js'
import { factsOf, viewOf } from '../../../src/library/snapshot-views.js'
import { type Comparison, compare } from '../../../src/ops/compare.js'
import { FAULTS, type Fault, inject } from './inject.js'

const GOLDEN = join(import.meta.dirname, '../../../golden/captures')
const CAPTURES = ['6.12.107+deb13-amd64-x86_64/full-dynamic', '4.19.304-x86_64/full-dynamic']
const VIEWS = ['maps', 'smaps', 'lsof:table', 'lsof:fields0', 'pmap:x', 'pmap:XX'] as const
type Name = (typeof VIEWS)[number]

/** The faults that the text of a view has no field for, so that they cannot be put into it. */
const NOT_SAID: Readonly<Record<string, readonly Fault[]>> = {
  'lsof:table': ['address', 'perms'],
  'lsof:fields0': ['address', 'perms'],
  'pmap:x': ['inode'],
}

/** Why no reader of a pair of views could see a fault: the other view does not say what was changed. */
function whyUnseen(faulty: Name, other: Name, fault: Fault): string | undefined {
  const files = faulty.startsWith('lsof') || other.startsWith('lsof')
  if (files && fault === 'address') return 'lsof shows files, not ranges'
  if (files && fault === 'perms') return 'lsof shows files, not their mappings’ permissions'
  // smaps says each size twice, so that it needs no other view to be caught.
  if (faulty === 'smaps' && fault === 'size') return undefined
  if (files && fault === 'size')
    return 'the size of a mapping and the size of a file are not the same thing, and files grow'
  if (fault === 'inode' && other === 'pmap:x') return 'pmap -x shows no inode'
  return undefined
}

const PAIRS = VIEWS.flatMap((faulty) =>
  VIEWS.filter((other) => other.split(':')[0] !== faulty.split(':')[0]).map((other) => [faulty, other] as const),
)

describe.each(CAPTURES)('a fault in one view of %s', (folder) => {
  const snapshot = loadCapture(join(GOLDEN, folder))
  const texts = new Map<Name, CapturedText>(VIEWS.map((name) => [name, textOf(snapshot, name)]))
  const target = soleFile(snapshot, texts.get('maps') as CapturedText)

  describe.each(PAIRS)('%s against %s', (faulty, other) => {
    test('without a fault the two can be true together', () => {
      expect(compareTexts(snapshot, texts.get(faulty)!, texts.get(other)!).verdict).toMatch(/agree|explained/)
    })

    for (const fault of FAULTS.filter((each) => !NOT_SAID[faulty]?.includes(each))) {
      const unseen = whyUnseen(faulty, other, fault)
      test(
        unseen === undefined ? `${fault}: seen, and the region named` : `${fault}: cannot be seen: ${unseen}`,
        () => {
          const good = texts.get(faulty) as CapturedText
          const bytes = inject(good, fault, target)
          expect(Buffer.compare(bytes, good.bytes)).not.toBe(0)
          const comparison = compareTexts(snapshot, { ...good, bytes }, texts.get(other)!)
          if (unseen !== undefined) {
            expect(comparison.verdict).not.toBe('disagree')
            return
          }
          expect(comparison.verdict).toBe('disagree')
          expect(namesRegion(comparison, target)).toBe(true)
        },
      )
    }
  })
})

/** A region whose file is mapped once, by a plain name that no other region has: every view can tell it apart. */
interface Target {
  readonly start: string
  readonly end: string
  readonly inode: string
  readonly name: string
}

function soleFile(snapshot: Snapshot, text: CapturedText): Target {
  const { table } = viewOf(adapters, snapshot, text)
  const regions = [...table]
  const target = regions.find(
    (region) =>
      region.inode !== 0n &&
      region.pathname !== undefined &&
      /^\/[\w/]+\.dat$/.test(region.pathname) &&
      region.perms?.startsWith('r--') === true &&
      regions.filter((each) => each.inode === region.inode && each.device?.minor === region.device?.minor).length ===
        1 &&
      regions.filter((each) => each.pathname?.endsWith(region.pathname?.split('/').pop() ?? '')).length === 1 &&
      lsofShows(snapshot, region.inode ?? 0n),
  )
  if (target === undefined) throw new Error('no region of the capture will do')
  return {
    start: target.start!.toString(16),
    end: target.end!.toString(16),
    inode: String(target.inode),
    name: target.pathname!.split('/').pop() as string,
  }
}

/** True when lsof lists the file with a size, so that a fault can be put into each of its columns. */
function lsofShows(snapshot: Snapshot, inode: bigint): boolean {
  const view = viewOf(adapters, snapshot, textOf(snapshot, 'lsof:table'))
  return [...view.table].some((region) => region.inode === inode && region.file?.size !== undefined)
}

function textOf(snapshot: Snapshot, name: Name): CapturedText {
  const [adapter, dialect] = name.split(':')
  const found = snapshot.texts.find((text) => text.adapter === adapter && (dialect ?? text.dialect) === text.dialect)
  if (found === undefined) throw new Error(`the capture has no ${name}`)
  return found
}

function compareTexts(snapshot: Snapshot, a: CapturedText, b: CapturedText): Comparison {
  const views = [a, b].map((text) => viewOf(adapters, snapshot, text))
  return compare(adapters, views, { facts: factsOf(snapshot) })
}

function namesRegion(comparison: Comparison, { start, end, inode, name }: Target): boolean {
  const { views, pairs, reference, contradictions } = comparison
  const { table } = views[reference] as View
  if (contradictions.some(({ row }) => table.start(row)?.toString(16) === start)) return true
  return pairs.some((pair) =>
    pair.differences.some(({ row, actualRow }) => {
      const sides: [View | undefined, number | undefined][] = [
        [views[pair.richer], row],
        [views[pair.other], actualRow],
      ]
      return sides.some(([view, at]) => {
        if (view === undefined || at === undefined) return false
        const region = view.table.at(at)
        return (
          region.start?.toString(16) === start ||
          region.end?.toString(16) === end ||
          region.inode?.toString() === inode ||
          (region.pathname?.endsWith(name) ?? false)
        )
      })
    }),
  )
}
