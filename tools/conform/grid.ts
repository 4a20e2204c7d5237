import { markdownTable } from 'markdown-table'
import { type Counts, flagsOf, tally } from '../../src/validate/tally.js'
import type { Outcome } from '../../src/validate/types.js'

/** A parser, and how it did. */
export interface Row {
  readonly name: string
  readonly version: string
  readonly about: string
  readonly install?: string
  readonly witness: boolean
  readonly outcomes: readonly Outcome[]
  /** Its folder's own remarks, in Markdown. */
  readonly notes?: string
}

/** A parser that did not run, and why. */
export interface Skipped {
  readonly name: string
  readonly why: string
}

const VERDICTS = ['wrong', 'refused', 'crashed'] as const

/** The grid in Markdown: parser by group of cases, then by flag, then the remarks. */
export function gridText(rows: readonly Row[], skipped: readonly Skipped[], machine: string): string {
  const parts = [
    '# How parsers do on the corpus',
    'Written by `npm run conform`; what each parser is given, and how it is judged, stands in [README.md](README.md). A cell has how many texts pass of how many, and how the others fail: *wrong* (says something else than the text, or takes a damaged text without a word), *refused*, *crashed* (also: stopped by a limit, or printed no JSON). A parser is judged only on what it says. Of whole captures those of an ordinary program and of the specimen, static and dynamic, are given.',
    machine,
    '## By group of cases',
    grid(rows, groupOf, 'parser'),
    rows.some(({ witness }) => witness)
      ? 'A *witness* is a tool of the system itself, run on a process whose files are exchanged for the text: it shows what a user of the tool would see, and is no parser to be mended by its users.'
      : '',
    ...skipped.map(({ name, why }) => `${name} was left out: ${why}`),
    '## By flag',
    'Texts with a flag, where somebody fails.',
    byFlag(rows),
    '## The parsers',
    ...rows.flatMap(partOf),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function partOf({ name, version, about, install, notes }: Row): readonly string[] {
  const first = `${about}${version === '' ? '' : ` Version: ${version}.`}`
  return [`### ${name}`, install === undefined ? first : `${first} Debian 12: \`${install}\`.`, notes?.trim() ?? '']
}

/** `maps captured`: whole captures, apart from the small cases; `maps invalid`. */
function groupOf({ case: { adapter, kind, id } }: Outcome): readonly string[] {
  return [`${adapter} ${id.startsWith('captures/') ? 'captures' : kind}`]
}

function grid(rows: readonly Row[], of: (outcome: Outcome) => readonly string[], corner: string): string {
  const tallies = rows.map(({ outcomes }) => tally(outcomes, of))
  const groups = [...new Set(tallies.flatMap((one) => [...one.keys()]))].sort()
  const lines = rows.map((row, at) => [nameOf(row), ...groups.map((group) => cell(tallies[at]?.get(group)))])
  return markdownTable([[corner, ...groups], ...lines])
}

function byFlag(rows: readonly Row[]): string {
  const tallies = rows.map(({ outcomes }) => tally(outcomes, flagsOf))
  const flags = [...new Set(tallies.flatMap((one) => [...one.keys()]))]
    .filter((flag) => tallies.some((one) => (one.get(flag)?.pass ?? 0) < (one.get(flag)?.cases ?? 0)))
    .sort()
  const lines = flags.map((flag) => [flag, ...tallies.map((one) => cell(one.get(flag)))])
  return markdownTable([['flag', ...rows.map(nameOf)], ...lines])
}

function nameOf({ name, witness }: Row): string {
  return witness ? `${name} (*witness*)` : name
}

function cell(counts: Counts | undefined): string {
  if (counts === undefined) return ''
  if (counts.pass === counts.cases) return `**${counts.pass}**`
  const fails = VERDICTS.filter((verdict) => counts[verdict] > 0).map((verdict) => `${counts[verdict]} ${verdict}`)
  return `${counts.pass}/${counts.cases}: ${fails.join(', ')}`
}
