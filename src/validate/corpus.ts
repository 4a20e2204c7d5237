import { join } from 'node:path'
import { isDirectory } from '../capture/files.js'
import { ownFolder } from '../golden/folder.js'
import { type GoldenCase, goldenCaptures, goldenCases } from '../golden/index.js'
import type { Case } from './types.js'

/** The cases of a folder laid out as golden/ is, whole captures among them; without one, of that which comes with memmaps. */
export function corpusCases(folder: string = ownFolder()): readonly Case[] {
  const captures = join(folder, 'captures')
  return [...goldenCases({ folder }), ...(isDirectory(captures) ? goldenCaptures(captures) : [])].map(toCase)
}

function toCase({ id, adapter, dialect, kind, about, source, kernel, flags, text, expected }: GoldenCase): Case {
  return {
    id,
    adapter,
    // A tool's layout may be told by the text alone; who is given it may as well know.
    dialect: expected?.views.find((view) => view.adapter === adapter)?.dialect ?? dialect,
    kind,
    about,
    source,
    ...(kernel === undefined ? {} : { kernel }),
    flags,
    text,
    ...(expected === undefined ? {} : { views: expected.views }),
    wrongLines: expected?.diagnostics.map(({ line }) => line) ?? [],
  }
}
