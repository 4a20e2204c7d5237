import { pmapImitation } from '../../../../adapters/pmap/call/imitation.js'
import type { Answer, Plan, Run } from '../../../../src/adapter.js'

/** What the pmap of a version does with these words. */
export function planned(words: string, version = '4.0.2', run: Partial<Run> = {}): Plan | Answer {
  return pmapImitation.plan({ words: words.split(' ').filter(Boolean), version, locale: 'C', ...run })
}

/** What it says at once: on stdout, on stderr, and its status. */
export function said(words: string, version?: string, run?: Partial<Run>): readonly [string, string, number] {
  const { stdout, stderr, exit } = planned(words, version, run) as Answer
  return [Buffer.concat([...stdout]).toString(), Buffer.from(stderr).toString(), exit]
}
