import { join } from 'node:path'
import { isDirectory } from '../capture/files.js'
import { ownFolder } from '../golden/folder.js'
import { type GoldenCase, goldenCaptures, goldenCases } from '../golden/index.js'
import type { Case, CaseKind, SaidView } from './types.js'

/** What the id of a text of a whole capture begins with. */
const CAPTURES = 'captures/'

/**
 * The cases of a folder laid out as golden/ is; without one, of that which comes with memmaps. Whole captures, which are large,
 * are among them where `ids`, the beginnings of the ids that are wanted, leave them in.
 */
export function corpusCases(folder: string = ownFolder(), ids?: readonly string[]): readonly Case[] {
  const captures = join(folder, 'captures')
  const wanted = ids === undefined || ids.some((id) => id.startsWith(CAPTURES) || CAPTURES.startsWith(id))
  const large = wanted && isDirectory(captures) ? goldenCaptures(captures) : []
  return [...goldenCases({ folder }), ...large].map((one) => new CorpusCase(one))
}

/** True for a text of a whole capture. */
export function isCaptured({ id }: Pick<Case, 'id'>): boolean {
  return id.startsWith(CAPTURES)
}

/** A case that asks for the reading when it is judged: of a whole capture that is many times as large as the texts. */
class CorpusCase implements Case {
  readonly #golden: GoldenCase
  readonly id: string
  readonly adapter: string
  readonly dialect: string
  readonly about: string
  readonly source: string
  readonly kernel?: string
  readonly flags: readonly string[]
  readonly text: Uint8Array

  constructor(golden: GoldenCase) {
    this.#golden = golden
    this.id = golden.id
    this.adapter = golden.adapter
    this.dialect = golden.dialect
    this.about = golden.about
    this.source = golden.source
    if (golden.kernel !== undefined) this.kernel = golden.kernel
    this.flags = golden.flags
    this.text = golden.text
  }

  get kind(): CaseKind {
    return this.#golden.kind
  }

  get views(): readonly SaidView[] | undefined {
    return this.#golden.expected?.views
  }

  get wrongLines(): readonly number[] {
    return this.#golden.expected?.diagnostics.map(({ line }) => line) ?? []
  }
}
