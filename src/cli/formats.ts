import type { Grain } from '../adapter.js'
import { formats } from '../library/formats.js'
import { FIELD_NAMES, type FieldName } from '../model/fields.js'
import type { Format, FormatDialect, Saying } from '../ops/formats.js'
import { writeOut } from './output.js'
import { columns } from './text-columns.js'

/** What a region is, where it is not a mapping. */
const GRAINS: Readonly<Partial<Record<Grain, string>>> = { file: 'of each file', process: 'sums of the process' }

/** Options of `memmaps formats`. */
export interface FormatsOptions {
  readonly json?: boolean
}

/** Runs `memmaps formats`: every format and dialect, and what each says of a region. */
export async function runFormats({ json }: FormatsOptions): Promise<number> {
  const list = formats()
  await writeOut(json ? asJson(list) : asText(list))
  return 0
}

function asJson(list: readonly Format[]): string {
  return `${JSON.stringify({ schema: 'memmaps.formats/1', formats: list }, null, 2)}\n`
}

function asText(list: readonly Format[]): string {
  const losses = lossRows(list)
  const blocks = [
    ...list.map(formatLines),
    ['What each says of a region', ...indented(sayingRows(list))],
    ...(losses.length === 0 ? [] : [['What is lost where it is lossy', ...indented(losses)]]),
    [
      '*      the dialect that the name alone stands for',
      'exact  the value itself; what convert writes comes back as it was',
      'lossy  a value of which something is lost',
      '-      nothing',
      'convert says what was lost, and of how many regions; with --strict it writes nothing then.',
    ],
  ]
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function formatLines({ name, summary, writes, versions: named, needs, dialects }: Format): string[] {
  const rows = dialects.map((dialect) => [label(dialect), dialect.summary, versions(dialect)])
  const written = needs.length === 0 ? 'read and written' : `read; written where each region has ${needs.join(', ')}`
  const numbered = named.filter((version) => /^\d/.test(version))
  const span = numbered.length === 0 ? [] : [`  written as of ${name}@${numbered[0]} to ${name}@${numbered.at(-1)}`]
  return [`${name}  ${summary} (${writes ? written : 'read'})`, ...span, ...indented(rows)]
}

function sayingRows(list: readonly Format[]): string[][] {
  const word: Readonly<Record<Saying, string>> = { exact: 'exact', lossy: 'lossy', absent: '-' }
  const rows = list
    .flatMap(({ dialects }) => dialects)
    .map((dialect) => [
      label(dialect),
      ...FIELD_NAMES.map((field) => word[dialect.fields[field]]),
      GRAINS[dialect.grain] ?? '',
    ])
  return [['', ...FIELD_NAMES, ''], ...rows]
}

/** A row for each field and thing lost; dialects of which the same holds share one. */
function lossRows(list: readonly Format[]): string[][] {
  return list.flatMap(({ name, dialects }) => {
    const shared = new Map<string, { readonly field: FieldName; readonly what: string; readonly names: string[] }>()
    for (const dialect of dialects) {
      for (const field of FIELD_NAMES) {
        const what = dialect.lossy[field]
        if (what === undefined || dialect.fields[field] !== 'lossy') continue
        const known = shared.get(`${field} ${what}`)
        if (known === undefined) shared.set(`${field} ${what}`, { field, what, names: [shortName(dialect)] })
        else known.names.push(shortName(dialect))
      }
    }
    return [...shared.values()].map(({ field, what, names }) => {
      const all = names.length === dialects.length
      return [name, all ? 'every dialect' : names.join(' '), field, what]
    })
  })
}

function indented(rows: readonly (readonly string[])[]): string[] {
  const sides = rows[0]?.map(() => 'left' as const) ?? []
  return columns(rows, sides).map((line) => `  ${line}`)
}

function label({ name, usual }: FormatDialect): string {
  return usual ? `${name} *` : name
}

function shortName({ name }: FormatDialect): string {
  return name.slice(name.indexOf(':') + 1)
}

function versions({ since, until }: FormatDialect): string {
  if (since === undefined) return until === undefined ? '' : `until ${until}`
  return until === undefined ? `since ${since}` : `${since} to ${until}`
}
