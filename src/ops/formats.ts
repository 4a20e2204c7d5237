import type { Adapter, Grain } from '../adapter.js'
import { FIELD_NAMES, type FieldName } from '../model/fields.js'

/** How a dialect says a field: as it is, with something lost, or not at all. */
export type Saying = 'exact' | 'lossy' | 'absent'

/** What is known of a dialect before any text is read. */
export interface FormatDialect {
  /** The name that reading and writing take: `pmap:x`. */
  readonly name: string
  readonly summary: string
  /** True for the dialect that the adapter's name alone stands for. */
  readonly usual: boolean
  readonly grain: Grain
  /** First and last version that prints it. */
  readonly since?: string
  readonly until?: string
  readonly fields: Readonly<Record<FieldName, Saying>>
  /** Of each lossy field, what is lost. */
  readonly lossy: Readonly<Partial<Record<FieldName, string>>>
}

/** What is known of a format: an adapter, as those who use it need it. */
export interface Format {
  readonly name: string
  readonly summary: string
  /** True when it can be written; every format can be read. */
  readonly writes: boolean
  /** The versions that `@` names, oldest first; empty where it is written in one way. Others lie between two of them. */
  readonly versions: readonly string[]
  /** Fields that every region must have to be written. */
  readonly needs: readonly FieldName[]
  /** The rules by which `compare` explains what its tool shows, by code. */
  readonly reasons: Readonly<Record<string, string>>
  readonly dialects: readonly FormatDialect[]
}

/** Every format, with what each of its dialects says. */
export function formats(adapters: readonly Adapter[]): readonly Format[] {
  return adapters.map((adapter) => ({
    name: adapter.name,
    summary: adapter.summary,
    writes: adapter.format !== undefined,
    versions: (adapter.releases ?? adapter.imitates)?.versions ?? [],
    needs: adapter.needs ?? [],
    reasons: adapter.reasons ?? {},
    dialects: Object.entries(adapter.dialects).map(([name, dialect], index) => {
      const { summary, says, lossy = {}, grain = adapter.grain, since, until } = dialect
      return {
        name: `${adapter.name}:${name}`,
        summary,
        usual: index === 0,
        grain,
        ...(since === undefined ? {} : { since }),
        ...(until === undefined ? {} : { until }),
        fields: sayings(says, lossy),
        lossy,
      }
    }),
  }))
}

function sayings(
  says: readonly FieldName[],
  lossy: Readonly<Partial<Record<FieldName, string>>>,
): Readonly<Record<FieldName, Saying>> {
  const saying = (field: FieldName): Saying =>
    !says.includes(field) ? 'absent' : lossy[field] === undefined ? 'exact' : 'lossy'
  return Object.fromEntries(FIELD_NAMES.map((field) => [field, saying(field)])) as Record<FieldName, Saying>
}
