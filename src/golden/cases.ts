import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { adapters } from '../../adapters/index.js'
import { ownFolder, readJson } from './folder.js'
import type { GoldenCase, GoldenKind, GoldenReading } from './types.js'

/** Every kind of text. */
export const KINDS: readonly GoldenKind[] = ['valid', 'invalid', 'either']

const ENDING = '.txt'

/** Which cases are wanted; all where nothing is said. */
export interface GoldenOptions {
  /** `maps`, `smaps`, `lsof`, `pmap` or `status`. */
  readonly adapter?: string
  readonly kind?: GoldenKind
  /** A corpus of the same layout; absent: the one of the package. */
  readonly folder?: string
}

/** Where a case's text lies. */
export interface CasePlace {
  readonly adapter: string
  readonly kind: GoldenKind
  readonly name: string
  readonly path: string
}

/** What stands in NAME.json beside a text. */
export interface About {
  readonly source: string
  readonly about: string
  /** The dialect to read it as; absent where it is the first, or the text tells it. */
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
  return casePlaces(options).map(caseAt)
}

/** By flag, what a text shows that has it. */
export function goldenFlags(folder: string = ownFolder()): Readonly<Record<string, string>> {
  return readJson(join(folder, 'flags.json')) as Readonly<Record<string, string>>
}

/** Where the texts of cases lie, by adapter, kind and name, whatever lies beside them. */
export function casePlaces({ folder = ownFolder(), adapter, kind }: GoldenOptions = {}): readonly CasePlace[] {
  const names = adapters.map(({ name }) => name).filter((name) => adapter === undefined || name === adapter)
  return names.flatMap((name) =>
    KINDS.filter((one) => kind === undefined || one === kind).flatMap((one) => placesIn(folder, name, one)),
  )
}

/** The case whose text lies there. */
export function caseAt({ adapter, kind, name, path }: CasePlace): GoldenCase {
  const { expect, dialect, flags = [], ...about } = aboutOf(path)
  // A tool's layout may be told by the text alone; it has it all the same.
  const read = expect?.views?.find((view) => view.adapter === adapter)?.dialect
  return {
    id: `${adapter}/${kind}/${name}`,
    adapter,
    kind,
    name,
    dialect: read ?? dialect ?? firstDialect(adapter),
    ...about,
    flags,
    text: new Uint8Array(readFileSync(path)),
    expected: expect,
    path,
  }
}

/** What stands beside the text of a case. */
export function aboutOf(path: string): About {
  return readJson(aboutPath(path)) as About
}

/** The file that says what the text of a case is. */
export function aboutPath(path: string): string {
  return `${path.slice(0, -ENDING.length)}.json`
}

/** The first dialect of an adapter, which texts are in where nothing is said. */
function firstDialect(adapter: string): string {
  const dialects = adapters.find(({ name }) => name === adapter)?.dialects ?? {}
  return Object.keys(dialects)[0] as string
}

function placesIn(root: string, adapter: string, kind: GoldenKind): readonly CasePlace[] {
  const folder = join(root, adapter, kind)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith(ENDING))
    .sort()
    .map((file) => ({ adapter, kind, name: file.slice(0, -ENDING.length), path: join(folder, file) }))
}
