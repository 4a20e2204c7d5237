import type { ProcessFacts, View } from '../../src/adapter.js'
import { ByteWriter } from '../../src/scan/writer.js'
import { quote, quoteAll, quoteBytes } from './quote.js'
import { RegionWriter } from './region.js'

const encoder = new TextEncoder()

/** Writes views as canonical JSON: one object for one, a list for several; one region a line. */
export function* formatJson(views: readonly View[]): Iterable<Uint8Array> {
  const writer = new ByteWriter()
  const [only] = views
  if (views.length === 1 && only !== undefined) yield* writeView(writer, only)
  else {
    writer.ascii('{"schema":"memmaps.views/1","views":[\n')
    for (const [index, view] of views.entries()) {
      if (index > 0) writer.ascii(',\n')
      yield* writeView(writer, view)
    }
    writer.ascii('\n]}')
  }
  writer.ascii('\n')
  yield* writer.finish()
}

function* writeView(writer: ByteWriter, view: View): Iterable<Uint8Array> {
  const { table } = view
  const write = (text: string): void => writer.bytes(encoder.encode(text))
  write(`{"schema":"memmaps.view/1",${origin(view)},"regions":[`)
  const regions = new RegionWriter(writer, table)
  for (let row = 0; row < table.length; row++) {
    if (row > 0) writer.byte(0x2c)
    writer.byte(0x0a)
    regions.write(row)
    if ((row & 1023) === 0) yield* writer.take()
  }
  write(`${table.length === 0 ? '' : '\n'}]${totals(view)},"diagnostics":${diagnostics(view)}}`)
}

/** Where the view comes from, what it says, and of which process. */
export function origin({ adapter, dialect, says, process, source }: View): string {
  const facts = process === undefined ? '' : `,"process":${processFacts(process)}`
  const names = `"adapter":${quote(adapter)},"dialect":${quote(dialect)},"says":${JSON.stringify([...says])}`
  return `${names}${facts},"source":${quoteAll(source)}`
}

function processFacts(process: ProcessFacts): string {
  const { cmdline, startTime, startStack, exe, ...rest } = process
  const plain = quoteAll({
    ...rest,
    ...(startTime === undefined ? {} : { startTime: startTime.toString() }),
    ...(startStack === undefined ? {} : { startStack: startStack.toString(16) }),
    ...(exe === undefined ? {} : { exe: { ...exe, inode: exe.inode.toString() } }),
  })
  if (cmdline === undefined) return plain
  return `${plain.slice(0, -1)}${plain === '{}' ? '' : ','}${quoteBytes('cmdline', cmdline)}}`
}

/** The sums that the text gave, and nothing where it gave none. */
export function totals(view: View): string {
  if (view.totals.length === 0) return ''
  const list = view.totals.map(({ name, value }) => ({ name, value: value.toString() }))
  return `,"totals":${quoteAll(list)}`
}

/** The findings that were kept, and how many more there were of a code. */
export function diagnostics({ diagnostics: findings }: View): string {
  const kept = [...findings]
  const list = kept.map(({ code, severity, line, column, byte, length, field }) =>
    quoteAll({ code, severity, line, column, byte, length, field }),
  )
  const more = [...findings.counts]
    .map(([code, count]) => [code, count - kept.filter((one) => one.code === code).length] as const)
    .filter(([, count]) => count > 0)
  const rest = more.length === 0 ? '' : `,"moreDiagnostics":${JSON.stringify(Object.fromEntries(more))}`
  return `[${list.join(',')}]${rest}`
}
