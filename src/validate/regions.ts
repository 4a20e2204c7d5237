import { lineOf } from './line-of.js'
import { Matcher, type Placed } from './matcher.js'
import type { Answer, Case, Fault, SaidRegion, SaidView } from './types.js'

/** How many of the regions must be said: all, those that could be read, or each file that is there at least once. */
export type HowMany = 'all' | 'some' | 'files'

/** What is wrong with the regions of an answer, and not excused: one that is not in the text, says a field otherwise, or is missing. */
export function regionsFault(
  { text, views }: Pick<Case, 'text' | 'views'>,
  answer: Answer,
  wanted: HowMany,
  excuse: (got: SaidRegion, fault: Fault) => boolean = () => false,
): Fault | undefined {
  const expected = flat(views ?? [], answer.bare)
  const matcher = new Matcher(expected, wanted === 'files')
  const said = flat(answer.views, answer.bare)
  for (const [index, got] of said.entries()) {
    const { fault, region = {} } = matcher.match(got, index) ?? {}
    if (fault !== undefined && !excuse(got.region, fault)) return { ...fault, ...inLine(text, region) }
  }
  if (wanted === 'some') return undefined
  const missing =
    wanted === 'all' ? matcher.missing : said.length > 0 ? -1 : expected.findIndex(({ region }) => isFile(region))
  if (missing < 0) return undefined
  const { region } = expected[missing] as Placed
  const message = `region ${missing + 1} of ${expected.length} is missing`
  return { code: 'missing-region', message, expected: JSON.stringify(region), ...inLine(text, region) }
}

function inLine(text: Uint8Array, region: SaidRegion): Pick<Fault, 'line'> {
  const line = lineOf(text, region)
  return line === undefined ? {} : { line }
}

function flat(views: readonly SaidView[], bare: boolean): readonly Placed[] {
  return views.flatMap(({ process, regions }) =>
    regions.map((region) => ({ region, pid: bare ? undefined : process?.pid })),
  )
}

function isFile({ inode, pathname }: SaidRegion): boolean {
  return inode !== undefined && inode !== '0' && String(pathname).startsWith('/')
}
