import type { Adapter, View } from '../adapter.js'
import { mayBeTerminal } from '../capture/descriptor.js'
import { readChunks } from '../capture/files.js'
import { parseAdapterName } from '../ops/adapter-name.js'
import { detect } from '../ops/detect.js'
import { joined } from '../ops/format.js'
import { Reader } from '../ops/parse.js'
import { MemmapsError } from '../report/errors.js'
import { HEAD_BYTES } from '../scan/wrapping.js'
import { requireSomething, tellFindings } from './findings.js'

/** How a text is to be read. */
export interface ReadTextOptions {
  /** Its format, when it is not to be detected. */
  readonly from?: string | undefined
  readonly strict?: boolean
  /** Throws when there is nothing in it. */
  readonly needed?: boolean
}

/** What was read, and where. */
export interface ReadText {
  readonly views: readonly View[]
  /** For people: the path, or `stdin`. */
  readonly name: string
}

const STDIN = 0

/** Reads a file, or stdin for `-`, and finds out its format where none is named; tells what was found in it. */
export async function readText(
  adapters: readonly Adapter[],
  path: string,
  { from, strict = false, needed = false }: ReadTextOptions,
): Promise<ReadText> {
  const choice = from === undefined ? undefined : parseAdapterName(adapters, from)
  const name = path === '-' ? 'stdin' : path
  if (path === '-' && mayBeTerminal(STDIN) && process.stdin.isTTY) {
    throw new MemmapsError('usage', 'nothing is piped in', 'name a pid or a file, or pipe a text in')
  }
  const open = (head: Uint8Array, left: number): { readonly adapter: Adapter; readonly reader: Reader } => {
    const { adapter, dialect } = choice ?? detected(adapters, head, name)
    const options = { ...(dialect === undefined ? {} : { dialect }), source: { name }, strict }
    const reader = new Reader(adapter, options)
    reader.push(head, left)
    return { adapter, reader }
  }
  let head: Uint8Array = new Uint8Array(0)
  let opened: ReturnType<typeof open> | undefined
  await readChunks(path, (chunk, left) => {
    if (opened !== undefined) opened.reader.push(chunk, left)
    else {
      head = joined([head, chunk])
      if (head.length >= HEAD_BYTES) opened = open(head, left)
    }
  })
  if (needed && head.length === 0) throw new MemmapsError('unreadable', `${name} is empty`, 'check where it comes from')
  const { adapter, reader } = opened ?? open(head, 0)
  const views = reader.end()
  requireSomething(views, name, adapter.name, from !== undefined)
  tellFindings(views, name)
  return { views, name }
}

function detected(
  adapters: readonly Adapter[],
  head: Uint8Array,
  name: string,
): { readonly adapter: Adapter; readonly dialect: string } {
  try {
    const { adapter, match } = detect(adapters, head)
    return { adapter, dialect: match.dialect }
  } catch (error) {
    if (!(error instanceof MemmapsError)) throw error
    throw new MemmapsError(error.code, `${name}: ${error.message}`, error.next, { cause: error })
  }
}
