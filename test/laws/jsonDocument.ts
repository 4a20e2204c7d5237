import fc from 'fast-check'

type Document = Record<string, unknown>

const hex = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }).map((value) => value.toString(16))
const decimal = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }).map(String)
const sum = fc.bigInt({ min: -(1n << 70n), max: 1n << 74n }).map(String)
const kibibytes = fc.nat({ max: 1 << 20 }).map((value) => String(value * 1024))
const text = fc.constantFrom('', 'a', '[heap]', 'é\ufffd', '/x "y"', '=1+1', '\u0000')
const whole = fc.nat()
const device = fc.record({ major: whole, minor: whole })
const some = <T>(values: Record<string, fc.Arbitrary<T>>): fc.Arbitrary<Document> =>
  fc.record(values as Record<string, fc.Arbitrary<unknown>>, { requiredKeys: [] })

const region: fc.Arbitrary<Document> = some<unknown>({
  start: hex,
  end: hex,
  perms: fc.constantFrom('r-xp', '----', 'rwxS', 'r--?'),
  offset: hex,
  device,
  inode: decimal,
  pathname: text,
  counters: fc.dictionary(fc.constantFrom('Rss', 'Pss', 'New'), kibibytes, { noNullPrototype: true }),
  vmFlags: fc.array(fc.constantFrom('rd', 'ex', 'zz')),
  file: some<unknown>({ descriptor: text, type: text, size: decimal, links: decimal, rdev: device, note: text }),
  extra: fc.dictionary(fc.constantFrom('a', 'b c'), text, { noNullPrototype: true }),
})

const process = some<unknown>({
  pid: whole,
  command: text,
  cmdline: text,
  uid: whole,
  startTime: decimal,
  startStack: hex,
  exe: fc.record({ pathname: text, device, inode: decimal }),
  sameMountNamespace: fc.boolean(),
})

const origin = fc.constantFrom<Document>({}, { adapter: 'maps', dialect: '64bit', says: ['start', 'end'] })

const view: fc.Arbitrary<Document> = fc
  .tuple(
    fc.constant<Document>({ schema: 'memmaps.view/1' }),
    origin,
    some<unknown>({
      process,
      source: some<unknown>({ name: text, argv: fc.array(text) }),
      totals: fc.array(fc.record({ name: text, value: sum }), { maxLength: 2 }),
      diagnostics: fc.constant([]),
      moreDiagnostics: fc.constant({}),
    }),
    fc.array(region, { maxLength: 3 }).map((regions): Document => ({ regions })),
  )
  .map((parts) => Object.assign({}, ...parts) as Document)

const undamaged = fc.oneof(
  { weight: 3, arbitrary: view },
  {
    weight: 1,
    arbitrary: fc.array(view, { maxLength: 2 }).map((views): Document => ({ schema: 'memmaps.views/1', views })),
  },
)

/** What stands in a document where something else should. */
const wrong: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 53,
  '',
  '0x1000',
  '007',
  '18446744073709551616',
  'rwx',
  'a b',
  'YQ',
  'YQ==',
  [],
  [null],
  ['a', 'b'],
  [['YQ==', 'YQ==']],
  {},
  { major: 1 },
  { major: 1, minor: 2, more: 3 },
  { pathname: '', device: { major: 1, minor: 2 }, inode: '0' },
)

/** Keys that some object has; one of them is taken away, put in, or given another value. */
const key = fc.constantFrom(
  ...['schema', 'adapter', 'dialect', 'says', 'process', 'source', 'regions', 'totals', 'diagnostics', 'views'],
  ...['start', 'perms', 'inode', 'device', 'pathname', 'counters', 'vmFlags', 'file', 'extra', 'extraBase64'],
  ...['major', 'size', 'rdev', 'Rss', 'pid', 'cmdline', 'exe', 'argv', 'name', 'value', 'colour', '__proto__'],
)

interface Fault {
  readonly key: string
  readonly place: number
  readonly value: unknown
  readonly gone: boolean
}

const fault: fc.Arbitrary<Fault> = fc.record({ key, place: fc.nat({ max: 20 }), value: wrong, gone: fc.boolean() })

/** A document of the reader's schema, whole or with up to two things wrong in it. */
export const jsonDocument: fc.Arbitrary<Document> = maybeDamaged(undamaged)

/** A line of ndjson that says which schema it is of, whole or with up to two other things wrong in it. */
export const jsonLine: fc.Arbitrary<Document> = maybeDamaged(
  fc.oneof(
    fc
      .tuple(some<unknown>({ pid: whole, command: text, user: text, startTime: decimal }), region)
      .map(([process, rest]): Document => ({ schema: 'memmaps.region/1', ...process, ...rest })),
    view.map(({ regions: _, ...heading }): Document => ({ ...heading, schema: 'memmaps.heading/1' })),
  ),
).filter(({ schema }) => schema === 'memmaps.region/1' || schema === 'memmaps.heading/1')

function maybeDamaged(document: fc.Arbitrary<Document>): fc.Arbitrary<Document> {
  return fc
    .tuple(document, fc.array(fault, { maxLength: 2 }))
    .map(([one, faults]) => faults.reduce(damagedDocument, one))
}

function damagedDocument(document: Document, { key, place, value, gone }: Fault): Document {
  const copy = JSON.parse(JSON.stringify(document)) as Document
  const objects = objectsIn(copy)
  const having = objects.filter((one) => Object.hasOwn(one, key))
  const list = having.length > 0 ? having : objects
  const chosen = list[place % list.length] as Document
  if (gone) delete chosen[key]
  else Object.defineProperty(chosen, key, { value, enumerable: true, configurable: true, writable: true })
  return copy
}

function objectsIn(value: unknown): Document[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn)
  if (typeof value !== 'object' || value === null) return []
  return [value as Document, ...Object.values(value).flatMap(objectsIn)]
}
