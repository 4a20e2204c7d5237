import { afterAll, describe, expect, test } from 'vitest'
import { adapters } from '../../adapters/index.js'
import type { Adapter, View } from '../../src/adapter.js'
import { Conversion } from '../../src/ops/conversion.js'
import { joined } from '../../src/ops/format.js'
import { grainOf } from '../../src/ops/grain.js'
import type { Loss } from '../../src/ops/loss.js'
import { parse } from '../../src/ops/parse.js'
import { holdsOneProcess } from '../../src/ops/writable.js'
import { MemmapsError } from '../../src/report/errors.js'
import { goldens, type Text } from './corpus.js'
import { Fresh } from './fresh.js'
import { plainLosses } from './plainLosses.js'

const targets = adapters
  .filter(({ format }) => format !== undefined)
  .flatMap((adapter) => Object.keys(adapter.dialects).map((dialect) => ({ adapter, dialect })))

/** One line for each finding that one of the two has and the other has not. */
function unlike(found: readonly string[], expected: readonly string[]): string[] {
  return [
    ...found.filter((one) => !expected.includes(one)).map((one) => `said to be lost, and is not: ${one}`),
    ...expected.filter((one) => !found.includes(one)).map((one) => `lost in silence: ${one}`),
  ]
}

function line({ code, field, count }: Pick<Loss, 'code' | 'field' | 'count'>): string {
  return `${code} ${field} ${count}`
}

/** Each text is read once, for all that it is converted to. */
const read: Map<Text, readonly View[]> = new Map()
const fresh = new Map(adapters.map((adapter) => [adapter, new Fresh()]))

function viewsOf(source: Adapter, text: Text): readonly View[] {
  const known = read.get(text)
  if (known !== undefined) return known
  const views = fresh.get(source)!.of(text, parse(source, text.text, { dialect: text.dialect }))
  read.set(text, views)
  return views
}

/** What is wrong with a conversion of a text to a dialect and back. */
function faults(source: Adapter, text: Text, target: Adapter, dialect: string): string[] {
  const { name } = text
  const views = viewsOf(source, text)
  const apart = holdsOneProcess(target) ? views.map((view) => [view]) : [views]
  return apart.flatMap((list) => faultsOf(list, target, dialect)).map((fault) => `${name}: ${fault}`)
}

function faultsOf(views: readonly View[], target: Adapter, dialect: string): string[] {
  let conversion: Conversion
  let back: readonly View[]
  try {
    conversion = new Conversion(adapters, views, { adapter: target, dialect })
    back = parse(target, joined(conversion.pieces()), { dialect, asPrinted: true })
  } catch (error) {
    if (!(error instanceof MemmapsError) || error.code !== 'unwritable') throw error
    return lacks(views, target) || isTrue(error.message, views) ? [] : [error.message]
  }
  const { losses } = conversion
  if (target.dialects[dialect]!.grain === 'process' && views.some((view) => grainOf(adapters, view) !== 'process')) {
    return losses.some(({ field }) => field === 'regions') || rowsOf(views) === 0
      ? []
      : ['regions were summed in silence']
  }
  if (rowsOf(conversion.converted.map(({ view }) => view)) !== rowsOf(back)) {
    return losses.some(({ field }) => field === 'regions') ? [] : ['other regions came back, in silence']
  }
  const { says, lossy = {} } = target.dialects[dialect]!
  const exact = losses.filter(({ field }) => says.includes(field as never) && !(field in lossy))
  return [
    ...unlike(losses.map(line), plainLosses(conversion.converted, back).map(line)),
    ...exact
      .filter(({ field, count }) => count > excused(views, field))
      .map((loss) => `${target.name} can say it, and it did not come back: ${line(loss)}`),
  ]
}

/**
 * How many regions may say a field other than it was: a name that no kernel prints so, with a newline or a blank at its front,
 * is not of every line, and a line may have no other way to say that a name is not known than to have none. A range that is not
 * of whole kilobytes, or not as long as its Size says, is of no kernel either or of one that hides a guard page; a fourth
 * letter of perms other than p and s is printed by imitations of Linux.
 */
function excused(views: readonly View[], field: string): number {
  const regions = views.flatMap((view) => [...view])
  return regions.filter((region) => {
    const { pathname, start, end, perms, counters } = region
    if (field === 'pathname') return pathname === undefined || /^[ \t]|\n/.test(pathname)
    if (region[field as 'start'] === undefined) return true
    if (field === 'perms') return !/[ps]$/.test(perms as string)
    if (field !== 'end' || start === undefined || end === undefined) return false
    return (end - start) % 1024n !== 0n || (counters?.Size !== undefined && BigInt(counters.Size) !== end - start)
  }).length
}

function rowsOf(views: readonly View[]): number {
  return views.reduce((sum, { table }) => sum + table.length, 0)
}

/**
 * True when a region lacks what the target needs, or has a field whose name no line of the target could hold, and where lsof
 * would have to name a process of which nothing is known.
 */
function lacks(views: readonly View[], { name, needs = [] }: Adapter): boolean {
  return views.some((view) =>
    [...view].some((region) => {
      if (name === 'lsof' && view.process?.pid === undefined) return true
      const unheard = Object.keys(region.extra ?? {}).some((key) => !/^[A-Za-z][!-9;-~]*$/.test(key))
      return needs.some((field) => region[field] === undefined) || (name === 'smaps' && unheard)
    }),
  )
}

/** True where a refusal names what a region cannot be written without, and it lacks that: Dirty is the sum of two counters. */
function isTrue(message: string, views: readonly View[]): boolean {
  const [, number, names] = /^region (\d+) has no ([\w, /-]+), and its row /.exec(message) ?? []
  return views.some((view) => {
    const region = view.table.length < Number(number) ? undefined : view.table.at(Number(number) - 1)
    return names?.split(', ').every((name) => {
      const parts = name === 'Dirty' ? ['Shared_Dirty', 'Private_Dirty'] : [name]
      const said = name === 'vmFlags' ? (region?.vmFlags ?? [])[0] : region?.[name as 'start']
      return region !== undefined && !said && parts.some((part) => region.counters?.[part] === undefined)
    })
  })
}

/** Those of captures, which are large, are converted to each adapter's first dialect alone. */
const texts = new Map(adapters.map((source) => [source, goldens(source, 'valid', 'either', 'invalid')]))

// Another file may run after this one in the same worker.
afterAll(() => read.clear())

describe.each(targets)('what is lost is named: to $adapter.name:$dialect', ({ adapter: target, dialect }) => {
  test.each(adapters)('from $name', (source) => {
    const first = dialect === Object.keys(target.dialects)[0]
    const chosen = texts.get(source)!.filter(({ name }) => first || !name.startsWith('captures/'))
    const found = chosen.flatMap((text) => faults(source, text, target, dialect))
    expect(found).toEqual([])
  })
})
