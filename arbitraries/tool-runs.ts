import fc from 'fast-check'
import { compareVersions } from '../src/model/version.js'
import type { KernelChoice } from './choice.js'
import type { Mapping } from './mapping.js'
import { oneOf } from './one-of.js'
import { type Process, processes } from './processes.js'
import type { ToolWay } from './tool-ways.js'

/** A run of lsof or pmap on processes. */
export interface ToolRun extends ToolWay {
  /** The words of the way, with what was made up for them. */
  readonly words: readonly string[]
  readonly locale: 'C' | 'UTF-8'
}

/** A tool that is called about processes. */
export interface ToolCall {
  readonly run: ToolRun
  readonly processes: readonly Process[]
}

/** The first release whose smaps has all that toybox -x reads: of an older one it prints rows without an end. */
const EXTENDED_SINCE = '2.6.26'

/** Calls of a tool in one of these ways about the processes of a chosen kernel; they shrink to the first way. */
export function toolCalls(ways: readonly ToolWay[], choice: KernelChoice): fc.Arbitrary<ToolCall> {
  const [place, length] = [fc.nat({ max: 99 }), fc.nat({ max: 9 })]
  return fc
    .record({
      way: oneOf(ways),
      locale: oneOf(['C', 'UTF-8'] as const),
      processes: processes(choice),
      range: fc.tuple(place, length),
    })
    .map(({ way, locale, processes, range }) => {
      const words = filledWords(way.words, rangeOf(processes, range))
      return { run: { version: way.version, words: readable(words, way.version, processes), locale }, processes }
    })
}

/** The words of a way, with what was made up where they leave it open. */
export function filledWords(words: readonly string[], range: string): readonly string[] {
  return words.flatMap((word) => (word === '-A' ? [word, range] : [word]))
}

/** From an address within one mapping to one within another. */
function rangeOf(processes: readonly Process[], [place, length]: readonly [number, number]): string {
  const all = processes.flatMap(({ space }) => space.mappings).sort((a, b) => Number(a.start - b.start))
  const first = place % all.length
  const [low, high] = [all[first], all[Math.min(first + length, all.length - 1)]] as [Mapping, Mapping]
  return `${low.start.toString(16)},${(high.end - 1n).toString(16)}`
}

function readable(words: readonly string[], version: string, [first]: readonly Process[]): readonly string[] {
  const kernel = first?.space.kernel ?? ''
  const isWhole = !version.startsWith('toybox') || compareVersions(kernel, EXTENDED_SINCE) >= 0
  return isWhole ? words : words.filter((word) => word !== '-x')
}
