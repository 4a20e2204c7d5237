import { pmapImitation } from '../../../../adapters/pmap/call/imitation.js'
import { pmap } from '../../../../adapters/pmap/index.js'
import { smaps } from '../../../../adapters/smaps/index.js'
import type { Plan, Seen, View } from '../../../../src/adapter.js'
import { imitate } from '../../../../src/ops/imitate.js'
import { parse } from '../../../../src/ops/parse.js'

/** What pmap says of processes 7 and 8 that both have this smaps: on stdout, on stderr, and its status. */
export function ran(words: string, version: string, text: string): readonly [string, string, number] {
  const run = { words: [...words.split(' '), '7', '8'], version, locale: 'C' as const }
  const [view] = parse(smaps, Buffer.from(text), { asPrinted: true }) as [View]
  const seen = [7, 8].map((pid): Seen => ({ pid, state: 'there', view, facts: { process: { pid } } }))
  const { stdout, stderr, exit } = imitate(
    { adapter: pmap, imitation: pmapImitation },
    pmapImitation.plan(run) as Plan,
    run,
    seen,
  )
  return [Buffer.concat([...stdout]).toString(), Buffer.from(stderr).toString(), exit]
}
