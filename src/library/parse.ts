import { adapters } from '../../adapters/index.js'
import type { View } from '../adapter.js'
import { type AdapterChoice, parseAdapterName } from '../ops/adapter-name.js'
import { detect } from '../ops/detect.js'
import { joined } from '../ops/format.js'
import { Reader, type ReadOptions } from '../ops/parse.js'
import { HEAD_BYTES } from '../scan/wrapping.js'
import { bytesOf, bytesOfStream, type TextStream } from './text.js'

/** One view for each process that a text is about; at least one, which may be empty. */
export type Views = readonly [View, ...View[]]

/** Options of `parse` and `parseStream`. */
export interface ParseOptions {
  /** The format, as `pmap` or `pmap:x`; detected when it is not named. */
  readonly from?: string
  /** What people call the text: a file's name, say. */
  readonly name?: string
  /** True for a text straight from its tool: nothing is taken off its lines, such as a CR that a name ends in. */
  readonly asPrinted?: boolean
  /** Throws at the first line that cannot be read, instead of leaving it out with a diagnostic. */
  readonly strict?: boolean
}

/** Reads a text; what its lines say that cannot be read is in the `diagnostics` of each view. */
export function parse(text: string | Uint8Array, options: ParseOptions = {}): Views {
  const bytes = bytesOf(text)
  const reader = readerOf(bytes, options)
  reader.push(bytes)
  return reader.end() as Views
}

/** Reads a text that comes in pieces of any size; gives what `parse` gives of the whole. */
export async function parseStream(stream: TextStream, options: ParseOptions = {}): Promise<Views> {
  let head: Uint8Array = new Uint8Array(0)
  let reader: Reader | undefined
  for await (const chunk of bytesOfStream(stream)) {
    if (reader !== undefined) {
      reader.push(chunk)
      continue
    }
    head = joined([head, chunk])
    if (head.length < HEAD_BYTES) continue
    reader = readerOf(head, options)
    reader.push(head)
  }
  if (reader === undefined) return parse(head, options)
  return reader.end() as Views
}

/** A reader of the format that was named, or else that the first bytes are of. */
function readerOf(head: Uint8Array, { from, name, asPrinted = false, strict = false }: ParseOptions): Reader {
  const { adapter, dialect } = from === undefined ? detected(head) : parseAdapterName(adapters, from)
  const options: ReadOptions = { strict, asPrinted, source: name === undefined ? {} : { name } }
  return new Reader(adapter, dialect === undefined ? options : { ...options, dialect })
}

function detected(head: Uint8Array): AdapterChoice {
  const { adapter, match } = detect(adapters, head)
  return { adapter, dialect: match.dialect }
}
