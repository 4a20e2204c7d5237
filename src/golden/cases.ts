import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { adapters } from '../../adapters/index.js'
import { ownFolder, readJson } from './folder.js'
import type { GoldenCase, GoldenKind, GoldenReading } from './types.js'

const KINDS: readonly GoldenKind[] = ['valid', 'invalid', 'either']
const ENDING = '.txt'

/** Which cases are wanted; all where nothing is said. */
export interface GoldenOptions {
  /** `maps`, `smaps`, `lsof`, `pmap` or `status`. */
  readonly adapter?: string
  readonly kind?: GoldenKind
  /** A corpus of the same layout; absent: the one of the package. */
  readonly folder?: string
}

/** What stands in NAME.json beside a text. */
interface About {
  readonly source: string
  readonly about: string
  readonly dialect?: string
  readonly kernel?: string
  readonly arch?: string
  readonly tool?: string
  readonly version?: string
  readonly flags?: readonly string[]
  readonly expect?: GoldenReading
}

/** The cases of the corpus, by adapter, kind and name: `folder/ADAPTER/KIND/NAME.txt` with NAME.json beside it. */
export function goldenCases(options: GoldenOptions = {}): readonly GoldenCase[] {
  const { folder = ownFolder(), adapter, kind } = options
  const names = adapters.map(({ name }) => name).filter((name) => adapter === undefined || name === adapter)
  return names
    .flatMap((name) => KINDS.filter((one) => kind === undefined || one === kind).map((one) => [name, one] as const))
    .flatMap(([name, one]) => casesIn(join(folder, name, one), name, one))
}

/** By flag, what a text shows that has it. */
export function goldenFlags(folder: string = ownFolder()): Readonly<Record<string, string>> {
  return readJson(join(folder, 'flags.json')) as Readonly<Record<string, string>>
}

/** The first dialect of an adapter, which texts are in where nothing is said. */
export function firstDialect(adapter: string): string {
  const dialects = adapters.find(({ name }) => name === adapter)?.dialects ?? {}
  return Object.keys(dialects)[0] as string
}

function casesIn(folder: string, adapter: string, kind: GoldenKind): readonly GoldenCase[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith(ENDING))
    .sort()
    .map((file) => caseOf(folder, adapter, kind, file.slice(0, -ENDING.length)))
}

function caseOf(folder: string, adapter: string, kind: GoldenKind, name: string): GoldenCase {
  const path = join(folder, `${name}${ENDING}`)
  const { expect, dialect, flags = [], ...about } = readJson(join(folder, `${name}.json`)) as About
  return {
    id: `${adapter}/${kind}/${name}`,
    adapter,
    kind,
    name,
    dialect: dialect ?? firstDialect(adapter),
    ...about,
    flags,
    text: new Uint8Array(readFileSync(path)),
    ...(expect === undefined ? {} : { expected: expect }),
    path,
  }
}
