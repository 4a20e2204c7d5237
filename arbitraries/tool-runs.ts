import fc from 'fast-check'
import type { KernelChoice } from './choice.js'
import type { Mapping } from './mapping.js'
import { oneOf } from './one-of.js'
import { type PmapSettings, pmapSettings } from './pmap-settings.js'
import { type Process, processes } from './processes.js'
import { readableWords } from './readable-words.js'
import type { ToolWay } from './tool-ways.js'

/** A run of lsof or pmap on processes. */
export interface ToolRun extends ToolWay {
  /** The words of the way, with what was made up for them. */
  readonly words: readonly string[]
  readonly locale: 'C' | 'UTF-8'
  /** Of the file that -C names. */
  readonly settings?: PmapSettings
}

/** A tool that is called about processes. */
export interface ToolCall {
  readonly run: ToolRun
  readonly processes: readonly Process[]
}

/** Calls of a tool in one of these ways about the processes of a chosen kernel; they shrink to the first way. */
export function toolCalls(ways: readonly ToolWay[], choice: KernelChoice): fc.Arbitrary<ToolCall> {
  const [place, length] = [fc.nat({ max: 99 }), fc.nat({ max: 9 })]
  return fc
    .record({
      way: oneOf(ways),
      locale: oneOf(['C', 'UTF-8'] as const),
      processes: processes(choice),
      range: fc.tuple(place, length),
      settings: pmapSettings,
    })
    .map(({ way: { version, words: open }, locale, processes, range, settings }) => {
      const words = readableWords(filledWords(open, rangeOf(processes, range)), version, processes)
      return { run: { version, words, locale, ...(words.includes('-C') ? { settings } : {}) }, processes }
    })
}

/** The words of a way, with what was made up where they leave it open. */
export function filledWords(words: readonly string[], range: string): readonly string[] {
  return words.flatMap((word) => (word === '-A' ? [word, range] : word === '-C' ? [word, 'pmaprc'] : [word]))
}

/** From an address within one mapping to one within another. */
function rangeOf(processes: readonly Process[], [place, length]: readonly [number, number]): string {
  const all = processes.flatMap(({ space }) => space.mappings).sort((a, b) => Number(a.start - b.start))
  const first = place % all.length
  const [low, high] = [all[first], all[Math.min(first + length, all.length - 1)]] as [Mapping, Mapping]
  return `${low.start.toString(16)},${(high.end - 1n).toString(16)}`
}
