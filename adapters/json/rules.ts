/** A JSON Schema (draft 2020-12), or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>

/** What a value must be: the reader asks `accepts`, and `schema` says the same to everybody else. */
export interface Rule {
  readonly schema: JsonSchema
  accepts(value: unknown): boolean
}

/** What an object may hold, by key; its faults are told key by key. */
export interface Shape {
  readonly keys: Readonly<Record<string, Rule | Shape>>
  /** Keys that may not be absent. */
  readonly needs?: readonly string[]
  /** Keys of which all are there, or none. */
  readonly together?: readonly string[]
}

/** Any value. */
export const anything: Rule = { schema: {}, accepts: () => true }

/** Any list. */
export const list: Rule = { schema: { type: 'array' }, accepts: Array.isArray }

/** Any object. */
export const object: Rule = { schema: { type: 'object' }, accepts: isObject }

/** Any text. */
export const text: Rule = { schema: { type: 'string' }, accepts: (value) => typeof value === 'string' }

/** True or false. */
export const truth: Rule = { schema: { type: 'boolean' }, accepts: (value) => typeof value === 'boolean' }

/** A text of this pattern, which means the same in every dialect of regular expressions. */
export function matching(pattern: RegExp): Rule {
  return {
    schema: { type: 'string', pattern: pattern.source },
    accepts: (value) => typeof value === 'string' && pattern.test(value),
  }
}

/** This very text. */
export function exactly(value: string): Rule {
  return { schema: { const: value }, accepts: (other) => other === value }
}

/** One of these texts. */
export function oneOf(values: readonly string[]): Rule {
  return { schema: { enum: values }, accepts: (value) => typeof value === 'string' && values.includes(value) }
}

/** A whole number from 0 on. */
export function wholeTo(maximum: number): Rule {
  return {
    schema: { type: 'integer', minimum: 0, maximum },
    accepts: (value) => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= maximum,
  }
}

/** A list of such values. */
export function listOf(items: Rule): Rule {
  return {
    schema: { type: 'array', items: items.schema },
    accepts: (value) => Array.isArray(value) && value.every((one) => items.accepts(one)),
  }
}

/** Two of such values. */
export function pairOf(items: Rule): Rule {
  return {
    schema: { type: 'array', items: items.schema, minItems: 2, maxItems: 2 },
    accepts: (value) => Array.isArray(value) && value.length === 2 && value.every((one) => items.accepts(one)),
  }
}

/** An object of any keys, with such values. */
export function mapOf(values: Rule): Rule {
  return {
    schema: { type: 'object', additionalProperties: values.schema },
    accepts: (value) => isObject(value) && Object.values(value).every((one) => values.accepts(one)),
  }
}

/** An object of exactly these keys. */
export function record(keys: Readonly<Record<string, Rule>>): Rule {
  const names = Object.keys(keys)
  const properties = Object.fromEntries(Object.entries(keys).map(([name, { schema }]) => [name, schema]))
  return {
    schema: { type: 'object', properties, required: names, additionalProperties: false },
    accepts: (value) =>
      isObject(value) &&
      Object.keys(value).length === names.length &&
      names.every((name) => Object.hasOwn(value, name) && keys[name]?.accepts(value[name])),
  }
}

/** A rule that a schema defines once, and names wherever it holds. */
export function named(name: string, { accepts }: Rule): Rule {
  return { schema: { $ref: `#/$defs/${name}` }, accepts }
}

/** True for an object that is no array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
