import { anything, type JsonSchema, listOf, named, type Rule, type Shape } from './rules.js'
import { DEFINED, HEADING_LINE, PROCESS, REGION, REGION_LINE, VIEW } from './shape.js'

const DIALECT = 'https://json-schema.org/draft/2020-12/schema'

/** Columns that a line of the files may have. */
const LINE_WIDTH = 120

const DEFINITIONS: Readonly<Record<string, JsonSchema>> = {
  view: schemaOf({ ...VIEW, keys: { ...VIEW.keys, process: ref('process'), regions: listOf(ref('region')) } }),
  process: schemaOf(PROCESS),
  region: schemaOf(REGION),
  ...Object.fromEntries(
    Object.entries(DEFINED).map(([name, { schema, description }]) => [name, { ...schema, description }]),
  ),
}

/** The JSON Schemas that the package publishes, by file name: what the reader checks, for everybody else. */
export const SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  view: published('view', 'A view of a process’s memory', ref('view').schema),
  views: published('views', 'Several views', {
    type: 'object',
    properties: { schema: { const: 'memmaps.views/1' }, views: listOf(ref('view')).schema },
    required: ['schema', 'views'],
  }),
  region: published('region', 'A line of ndjson: a region, and whose it is', schemaOf(REGION_LINE)),
  heading: published(
    'heading',
    'A line of ndjson that begins a view',
    schemaOf({ ...HEADING_LINE, keys: { ...HEADING_LINE.keys, process: ref('process') } }),
  ),
}

function published(name: string, title: string, schema: JsonSchema): JsonSchema {
  const used = definitionsIn(schema)
  const $defs = Object.fromEntries(Object.entries(DEFINITIONS).filter(([one]) => used.has(one)))
  return { $schema: DIALECT, $id: `urn:memmaps:schema:${name}:1`, title, ...schema, $defs }
}

/** The names of the definitions that a schema needs, and that those need. */
function definitionsIn(schema: JsonSchema, found: Set<string> = new Set()): ReadonlySet<string> {
  for (const [, name = ''] of JSON.stringify(schema).matchAll(/"#\/\$defs\/(\w+)"/g)) {
    if (found.has(name)) continue
    found.add(name)
    definitionsIn(DEFINITIONS[name] as JsonSchema, found)
  }
  return found
}

/** A key that the shape does not have is left out with a warning, so it makes nothing invalid. */
function schemaOf({ keys, needs = [], together = [] }: Shape): JsonSchema {
  const properties = Object.fromEntries(
    Object.entries(keys).map(([key, rule]) => [key, 'keys' in rule ? schemaOf(rule) : rule.schema]),
  )
  const others = together.map((key) => [key, together.filter((other) => other !== key)])
  return {
    type: 'object',
    properties,
    ...(needs.length === 0 ? {} : { required: needs }),
    ...(together.length === 0 ? {} : { dependentRequired: Object.fromEntries(others) }),
  }
}

function ref(name: string): Rule {
  return named(name, anything)
}

/** A schema as the text of its file: lists of words on one line, where they fit. */
export function schemaText(schema: JsonSchema): string {
  const lines = JSON.stringify(schema, undefined, 2)
  const flat = lines.replace(/^( *"\w+": )\[\n([^[\]{}]+)\n *\]/gm, (list: string, key: string, words: string) => {
    const line = `${key}[${words.trim().replace(/\n\s*/g, ' ')}]`
    return line.length < LINE_WIDTH ? line : list
  })
  return `${flat}\n`
}
