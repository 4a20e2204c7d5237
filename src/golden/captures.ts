import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { loadCapture } from '../capture/folder.js'
import type { CapturedText, Snapshot } from '../capture/types.js'
import { CODES } from '../report/codes.js'
import { ownFolder, readJson } from './folder.js'
import type { GoldenCase, GoldenKind, GoldenReading } from './types.js'

/** The file beside a capture.json that says how each of the capture's texts is read. */
export const READINGS = 'readings.json.gz'

/** Where a capture lies. */
export interface CaptureFolder {
  /** Its place below the folder that was searched, with slashes: `captures/6.1.176-x86_64/perl`. */
  readonly name: string
  readonly path: string
}

/** The captures below a folder, at any depth: without one, those of the corpus, which a checkout of the project has. */
export function captureFolders(folder: string = ownFolder()): readonly CaptureFolder[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => basename(path) === 'capture.json')
    .map((path) => join(folder, dirname(path)))
    .sort()
    .map((path) => ({ name: relative(folder, path).replaceAll('\\', '/'), path }))
}

/**
 * The texts of whole captures as cases, one capture after the other: of every folder below `folder` in which a capture lies. They are
 * not in the package: `golden/captures` is in a checkout of the project, and `memmaps capture` makes others. A text without a reading
 * beside it is of the kind `either`. Readings are many times as large as their texts, and are read when `kind` or `expected` of one of
 * a capture's texts is first asked for.
 */
export function* goldenCaptures(folder: string): Iterable<GoldenCase> {
  const manifest = join(folder, 'manifest.json')
  const flags = existsSync(manifest) ? (readJson(manifest) as Readonly<Record<string, ManifestEntry>>) : {}
  for (const { name, path } of captureFolders(folder)) {
    const snapshot = loadCapture(path)
    const readings = readingsBeside(path)
    const kernel = flags[name.split('/')[0] as string]
    for (const text of snapshot.texts) {
      yield caseOf(text, snapshot, { name, path, flags: kernel?.flags ?? [], readings })
    }
  }
}

interface ManifestEntry {
  readonly flags: readonly string[]
}

type Readings = Readonly<Record<string, GoldenReading>>

interface Place extends CaptureFolder {
  readonly flags: readonly string[]
  readonly readings: () => Readings
}

function caseOf(
  text: CapturedText,
  { host, tools }: Snapshot,
  { name: place, path, flags, readings }: Place,
): GoldenCase {
  const { adapter, dialect, file, argv, bytes } = text
  const { kernel, arch } = host
  const tool = argv === undefined ? undefined : basename(argv[0] as string)
  const version = tool === undefined ? undefined : tools[tool]?.version
  const name = `${place}/${file.replace(/\.gz$/, '')}`
  return {
    id: `captures/${name}`,
    adapter,
    get kind() {
      return kindOf(readings()[file])
    },
    name,
    dialect,
    about: `What ${argv === undefined ? `Linux ${kernel}` : argv.join(' ')} printed of a process of the capture ${place}`,
    source: 'captured',
    ...(kernel === undefined ? {} : { kernel }),
    ...(arch === undefined ? {} : { arch }),
    ...(tool === undefined ? {} : { tool }),
    ...(version === undefined ? {} : { version }),
    flags,
    text: bytes,
    get expected() {
      return readings()[file]
    },
    path: join(path, file),
  }
}

/** A text with an error in it is one that a tool printed wrongly. */
function kindOf(expected: GoldenReading | undefined): GoldenKind {
  if (expected === undefined) return 'either'
  return expected.diagnostics.some(({ code }) => CODES[code as keyof typeof CODES].severity === 'error')
    ? 'invalid'
    : 'valid'
}

/** What the texts of a capture are to be read as, by file, once it is asked for; nothing where nobody wrote it down. */
function readingsBeside(path: string): () => Readings {
  const file = join(path, READINGS)
  let readings: Readings | undefined
  return () => {
    readings ??= existsSync(file) ? (readJson(file) as { readonly texts: Readings }).texts : {}
    return readings
  }
}
