import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { loadCapture } from '../capture/folder.js'
import type { CapturedText, Snapshot } from '../capture/types.js'
import { CODES } from '../report/codes.js'
import { readJson } from './folder.js'
import type { GoldenCase, GoldenKind, GoldenReading } from './types.js'

const READINGS = 'readings.json.gz'

/**
 * The texts of whole captures as cases, one capture after the other: of every folder below `folder` in which a capture lies. They are
 * not in the package: `golden/captures` is in a checkout of the project, and `memmaps capture` makes others. A text without a reading
 * beside it is of the kind `either`.
 */
export function* goldenCaptures(folder: string): Iterable<GoldenCase> {
  const manifest = join(folder, 'manifest.json')
  const flags = existsSync(manifest) ? (readJson(manifest) as Readonly<Record<string, ManifestEntry>>) : {}
  for (const path of capturesBelow(folder)) {
    const snapshot = loadCapture(path)
    const readings = readingsBeside(path)
    const place = relative(folder, path).replaceAll('\\', '/')
    const kernel = flags[place.split('/')[0] as string]
    for (const text of snapshot.texts) {
      yield caseOf(text, snapshot, { place, path, flags: kernel?.flags ?? [], expected: readings[text.file] })
    }
  }
}

interface ManifestEntry {
  readonly flags: readonly string[]
}

interface Place {
  /** Of the capture, below the folder of all. */
  readonly place: string
  readonly path: string
  readonly flags: readonly string[]
  readonly expected: GoldenReading | undefined
}

function caseOf(text: CapturedText, { host, tools }: Snapshot, { place, path, flags, expected }: Place): GoldenCase {
  const { adapter, dialect, file, argv, bytes } = text
  const { kernel, arch } = host
  const tool = argv === undefined ? undefined : basename(argv[0] as string)
  const version = tool === undefined ? undefined : tools[tool]?.version
  const name = `${place}/${file.replace(/\.gz$/, '')}`
  return {
    id: `captures/${name}`,
    adapter,
    kind: kindOf(expected),
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
    ...(expected === undefined ? {} : { expected }),
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

function capturesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => basename(path) === 'capture.json')
    .map((path) => join(folder, dirname(path)))
    .sort()
}

/** What the texts of a capture are to be read as, by file; nothing where nobody wrote it down. */
function readingsBeside(path: string): Readonly<Record<string, GoldenReading>> {
  const file = join(path, READINGS)
  if (!existsSync(file)) return {}
  return JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')).texts
}
