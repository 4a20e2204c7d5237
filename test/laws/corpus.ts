import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { adapters } from '../../adapters/index.js'
import { mapsInDialects } from '../../arbitraries/wild/maps-dialects.js'
import { mapsText } from '../../arbitraries/wild/maps-text.js'
import { smapsInDialects } from '../../arbitraries/wild/smaps-dialects.js'
import { smapsText } from '../../arbitraries/wild/smaps-text.js'
import type { Adapter, View } from '../../src/adapter.js'
import { type GoldenCase, goldenCaptures, goldenCases } from '../../src/golden/index.js'
import { format, joined } from '../../src/ops/format.js'
import { parse } from '../../src/ops/parse.js'
import { MemmapsError } from '../../src/report/errors.js'

/** A text for a law to run over, and the dialect it is read as; a failing law shows it as text. */
export class Text {
  constructor(
    readonly name: string,
    readonly text: Uint8Array,
    readonly dialect: string,
  ) {
    const shown = JSON.stringify(Buffer.from(text.subarray(0, 2000)).toString('latin1'))
    Object.defineProperty(this, fc.toStringMethod, { value: () => `${name} (${dialect}) ${shown}` })
  }
}

const CAPTURES = fileURLToPath(new URL('../../golden/captures', import.meta.url))

/** Read once: a law asks for its texts adapter by adapter, and run by run. */
const cases = goldenCases()
let captures: readonly GoldenCase[] | undefined

/** Laws run a text many times: larger ones are left to the golden test, which reads each once. */
const LARGEST = 24 * 1024

/** Texts that are made anew for each run, for the formats that have a printer of their own in the tests. */
const printed: Readonly<Record<string, fc.Arbitrary<{ readonly text: Uint8Array; readonly dialect?: string }>>> = {
  maps: fc.oneof(
    mapsText.map(({ text }) => ({ text })),
    mapsInDialects,
  ),
  smaps: fc.oneof(
    smapsText.map(({ text }) => ({ text })),
    smapsInDialects,
  ),
}

/** The adapter of that name in the list. */
export function adapterNamed(name: string): Adapter {
  const adapter = adapters.find((one) => one.name === name)
  if (adapter === undefined) throw new Error(`no adapter is named ${name}`)
  return adapter
}

/** The golden texts of an adapter of these kinds; `valid` has the views of captures among them. */
export function goldens(adapter: Adapter, ...kinds: readonly string[]): readonly Text[] {
  const own = cases
    .filter((one) => one.adapter === adapter.name && kinds.includes(one.kind))
    .map(({ kind, name, text, dialect }) => new Text(`${kind}/${name}`, text, dialect))
  return kinds.includes('valid') ? [...own, ...captured(adapter)] : own
}

const read: Map<Adapter, readonly Text[]> = new Map()

/** The texts of the golden captures that an adapter reads, which are read when first asked for, and kept. */
export function captured(adapter: Adapter): readonly Text[] {
  const known = read.get(adapter)
  if (known !== undefined) return known
  captures ??= [...goldenCaptures(CAPTURES)]
  const texts = captures
    .filter((one) => one.adapter === adapter.name)
    .map(({ id, text, dialect }) => new Text(id, text, dialect))
  read.set(adapter, texts)
  return texts
}

/** A text that is, or means to be, of the adapter: a golden one of any kind, or one made for the run. */
export function anyText(adapter: Adapter): fc.Arbitrary<Text> {
  const fixed = fc.constantFrom(
    ...goldens(adapter, 'valid', 'invalid', 'either').filter(({ text }) => text.length <= LARGEST),
  )
  return canMake(adapter) ? fc.oneof(fixed, madeText(adapter)) : fixed
}

/** True for an adapter whose texts can be made anew: the tests print them, or it writes them. */
export function canMake(adapter: Adapter): boolean {
  return printed[adapter.name] !== undefined || adapter.format !== undefined
}

/** A text of hostile address spaces, as a kernel prints them or, where no kernel does, as the adapter writes them. */
export function madeText(adapter: Adapter): fc.Arbitrary<Text> {
  const dialect = Object.keys(adapter.dialects)[0] as string
  const own = printed[adapter.name]
  if (own !== undefined) return own.map((one) => new Text('printed', one.text, one.dialect ?? dialect))
  const process = { pid: 4711, command: 'made' }
  const views = smapsText.map(({ text }) =>
    parse(adapterNamed('smaps'), text, { asPrinted: true }).map((view) => ({ ...view, process })),
  )
  return fc
    .tuple(views, fc.constantFrom(...Object.keys(adapter.dialects)))
    .map(([list, name]) => writtenText(adapter, list, name))
    .filter((text) => text !== undefined)
}

/** The text of views; undefined where they say too little for it, as those of old kernels do. */
function writtenText(adapter: Adapter, views: readonly View[], dialect: string): Text | undefined {
  try {
    return new Text('written', joined(format(adapter, views, { dialect })), dialect)
  } catch (error) {
    if (error instanceof MemmapsError && error.code === 'unwritable') return undefined
    throw error
  }
}

/** The smallest valid golden text of an adapter that has a region. */
export function smallest(adapter: Adapter): Text {
  const texts = [...goldens(adapter, 'valid')].sort((a, b) => a.text.length - b.text.length)
  return texts.find(({ text, dialect }) =>
    parse(adapter, text, { dialect }).some(({ table, totals }) => totals.length + table.length > 0),
  ) as Text
}
