import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adapters } from '../../../adapters/index.js'
import { SCHEMAS, schemaText } from '../../../adapters/json/schema.js'
import { format, joined } from '../../../src/ops/format.js'
import { parse } from '../../../src/ops/parse.js'
import { adapterNamed, goldens } from '../../laws/corpus.js'
import { jsonDocument, jsonLine } from '../../laws/jsonDocument.js'
import { runs } from '../../laws/runs.js'
import { read } from './views.js'

const FOLDER = fileURLToPath(new URL('../../../schema/', import.meta.url))
const ajv = new Ajv2020()
const valid = Object.fromEntries(Object.entries(SCHEMAS).map(([name, schema]) => [name, ajv.compile(schema)]))

test.each(
  Object.entries(SCHEMAS),
)('the published schema %s is what the reader checks: node tools/schema/write.js', (name, schema) => {
  expect(readFileSync(`${FOLDER}${name}.json`, 'utf8')).toBe(schemaText(schema))
})

const TARGETS: Readonly<Record<string, string>> = { json: 'view', ndjson: 'regions' }

/** True when the reader has nothing to say against the shape of a document. */
function isRead(text: string): boolean {
  return read(text).every(({ diagnostics }) => diagnostics.count('bad-schema') === 0)
}

describe('the schema and the reader agree', () => {
  test('on any document, whole or damaged', () => {
    let good = 0
    fc.assert(
      fc.property(jsonDocument, (document) => {
        const text = JSON.stringify(document)
        const schema = document.schema === 'memmaps.views/1' ? 'views' : 'view'
        const says = valid[schema]!(JSON.parse(text))
        if (says) good += 1
        expect(isRead(text)).toBe(says)
      }),
      runs(1500),
    )
    // A law about both must have seen both.
    expect(good).toBeGreaterThan(100)
  })

  test('on any line of ndjson, whole or damaged', () => {
    let good = 0
    fc.assert(
      fc.property(jsonLine, (line) => {
        const text = JSON.stringify(line)
        const says = valid[line.schema === 'memmaps.region/1' ? 'region' : 'heading']!(JSON.parse(text))
        if (says) good += 1
        const views = parse(adapterNamed('ndjson'), Buffer.from(text))
        expect(views.every(({ diagnostics }) => diagnostics.count('bad-schema') === 0)).toBe(says)
      }),
      runs(1000),
    )
    expect(good).toBeGreaterThan(100)
  })

  test.each([
    ['18446744073709551615', true],
    ['18446744073709551616', false],
    ['18446744073709551609', true],
    ['19000000000000000000', false],
    ['99999999999999999999', false],
    ['9999999999999999999', true],
    ['17999999999999999999', true],
    ['0', true],
    ['00', false],
    ['', false],
  ])('on the inode %j', (inode, expected) => {
    const document = { schema: 'memmaps.view/1', regions: [{ inode }] }
    expect(valid.view!(document)).toBe(expected)
    expect(isRead(JSON.stringify(document))).toBe(expected)
  })
})

test('every decimal of 64 bits is one, and no other', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 1n << 65n }), (value) => {
      expect(valid.view!({ schema: 'memmaps.view/1', regions: [{ inode: `${value}` }] })).toBe(value < 1n << 64n)
    }),
    runs(500),
  )
})

test('what is written of any golden text is valid', () => {
  for (const adapter of adapters) {
    for (const { name, text, dialect } of goldens(adapter, 'valid', 'invalid').filter(
      ({ text }) => text.length < 8192,
    )) {
      const views = parse(adapter, text, { dialect })
      const [document, lines] = ['json', 'ndjson'].map((target) =>
        Buffer.from(joined(format(adapterNamed(target), views, { dialect: TARGETS[target]! }))).toString(),
      )
      const schema = views.length === 1 ? 'view' : 'views'
      expect([name, valid[schema]!(JSON.parse(document!)), valid[schema]!.errors]).toEqual([name, true, null])
      for (const line of lines!.trimEnd().split('\n')) {
        const one = JSON.parse(line) as { schema: string }
        expect([name, valid[one.schema === 'memmaps.region/1' ? 'region' : 'heading']!(one)]).toEqual([name, true])
      }
    }
  }
})
