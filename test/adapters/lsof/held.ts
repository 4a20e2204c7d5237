import { adapters } from '../../../adapters/index.js'
import { lsof } from '../../../adapters/lsof/index.js'
import { maps } from '../../../adapters/maps/index.js'
import type { Facts, View } from '../../../src/adapter.js'
import { compare } from '../../../src/ops/compare.js'
import { parse } from '../../../src/ops/parse.js'

/** The view of a text of maps. */
export function kernel(text: string): View {
  return parse(maps, Buffer.from(text))[0] as View
}

/** The view of a text of lsof. */
export function listed(text: string, dialect = 'table'): View {
  return parse(lsof, Buffer.from(text), { dialect })[0] as View
}

/** The verdict on two views, the rules that were used, and what no rule explains. */
export function held(...views: View[]): string {
  return heldWith({}, ...views)
}

/** The same, with what is known besides the texts. */
export function heldWith(facts: Facts, ...views: View[]): string {
  const { verdict, pairs } = compare(adapters, views, { facts })
  const wrong = pairs.flatMap(({ differences }) =>
    differences.flatMap(({ kind, fields }) => [kind, ...fields.map(({ field }) => field)]),
  )
  return [verdict, ...pairs.flatMap(({ reasons }) => reasons.map(({ code }) => code)), ...wrong].join(' ')
}
