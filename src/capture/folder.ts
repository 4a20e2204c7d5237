import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { MemmapsError } from '../report/errors.js'
import { CAPTURE_SCHEMA, manifestOf } from './manifest.js'
import { type Manifest, readManifest } from './manifest-reader.js'
import { isAtPlace } from './places.js'
import { PROC } from './proc-root.js'
import type { Snapshot } from './types.js'

const MANIFEST = 'capture.json'

/** More than any kernel prints; a small file may claim to hold as much as it likes. In bytes. */
const LARGEST_TEXT = 1 << 30

/** Options of `saveCapture`. */
export interface SaveOptions {
  /** Replaces the capture that is in the folder. */
  readonly force?: boolean
  /** Refuses to replace a capture in a folder that holds other files, too: in a capture to share nothing else may lie. Usual for one that is redacted. */
  readonly alone?: boolean
}

/** Throws a MemmapsError when `saveCapture` would refuse the folder: to be asked before a process is looked at. */
export function refuseFolder(directory: string, { force = false, alone = false }: SaveOptions = {}): void {
  writing(directory, () => {
    const kind = statSync(directory, { throwIfNoEntry: false })
    if (kind === undefined) return
    if (!kind.isDirectory()) throw refusal(`${directory} is a file, not a folder`)
    if (readdirSync(directory).length === 0) return
    if (!existsSync(join(directory, MANIFEST))) throw refusal(`${directory} is not empty, and no capture`)
    if (!force) throw refusal(`${directory} holds a capture`, ', or replace it with --force')
    const other = alone ? otherFile(directory) : undefined
    if (other !== undefined) throw refusal(`${directory} holds ${other}, which is no part of the capture there`)
  })
}

/** Writes a snapshot to a folder: `capture.json` beside the raw text of every view. */
export function saveCapture(directory: string, snapshot: Snapshot, options: SaveOptions = {}): void {
  refuseFolder(directory, { alone: snapshot.redacted ?? false, ...options })
  writing(directory, () => {
    removeCapture(directory)
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    for (const { file, bytes } of snapshot.texts) {
      const path = join(directory, file)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, isCompressed(file) ? gzipSync(bytes, { level: 9 }) : bytes)
    }
    // Last, so that a folder with a manifest is whole.
    writeFileSync(join(directory, MANIFEST), manifestOf(snapshot))
  })
}

/** Reads a folder that `saveCapture` wrote, compressed texts too; throws a MemmapsError when it is none, or not whole. */
export function loadCapture(directory: string): Snapshot {
  const { views, ...manifest } = loadManifest(directory)
  const texts = views.map((view) => ({ ...view, bytes: readText(directory, view.file) }))
  return { ...manifest, texts }
}

function writing(directory: string, deed: () => void): void {
  try {
    deed()
  } catch (error) {
    if (error instanceof MemmapsError) throw error
    const { code = (error as Error).message } = error as NodeJS.ErrnoException
    const why = code === 'EACCES' ? 'may not be written by this user' : `cannot be written: ${code}`
    throw new MemmapsError('unwritable', `${directory} ${why}`, 'choose another folder', { cause: error })
  }
}

function refusal(message: string, more = ''): MemmapsError {
  return new MemmapsError('unwritable', message, `choose another folder${more}`)
}

function removeCapture(directory: string): void {
  if (!existsSync(join(directory, MANIFEST))) return
  for (const file of filesOf(directory)) rmSync(join(directory, file), { force: true })
}

/** The files of a capture, as its manifest names them. */
function filesOf(directory: string): readonly string[] {
  return [MANIFEST, ...loadManifest(directory).views.map((view) => view.file)]
}

/** A file in the folder of a capture that its manifest does not name. */
function otherFile(directory: string): string | undefined {
  const own = new Set(filesOf(directory).map((file) => join(directory, file)))
  const entries = readdirSync(directory, { recursive: true, encoding: 'utf8' }).map((entry) => join(directory, entry))
  return entries.find((entry) => !own.has(entry) && !statSync(entry, { throwIfNoEntry: false })?.isDirectory())
}

function loadManifest(directory: string): Manifest {
  const path = join(directory, MANIFEST)
  if (!existsSync(path)) {
    throw new MemmapsError(
      'unreadable',
      `${directory} is no capture: there is no ${MANIFEST} in it`,
      processFolder(directory) ?? 'make one with memmaps capture PID -o FOLDER',
    )
  }
  const json = parseJson(path, readInside(directory, MANIFEST))
  const schema = (json as { schema?: unknown } | null)?.schema
  if (schema !== CAPTURE_SCHEMA) throw otherSchema(path, schema)
  try {
    return readManifest(json)
  } catch (error) {
    throw new MemmapsError('unreadable', `${path}: ${(error as Error).message}`, 'mend it, or capture again')
  }
}

/** What to do with a process's own folder of /proc, or of a tree that was saved of it. */
function processFolder(directory: string): string | undefined {
  const [pid, root] = [basename(directory), dirname(directory)]
  if (!/^\d+$/.test(pid) || !existsSync(join(directory, 'maps'))) return undefined
  return `for the process name its pid: ${pid}${resolve(root) === PROC ? '' : ` --proc-root ${root}`}`
}

function parseJson(path: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch (error) {
    throw new MemmapsError('unreadable', `${path} is not JSON: ${(error as Error).message}`, 'capture again')
  }
}

function otherSchema(path: string, schema: unknown): MemmapsError {
  if (typeof schema === 'string' && /^memmaps\.capture\/\d+$/.test(schema)) {
    return new MemmapsError('unreadable', `${path} was written by a newer memmaps (${schema})`, 'update memmaps')
  }
  return new MemmapsError('unreadable', `${path} is not of the schema ${CAPTURE_SCHEMA}`, 'check the folder')
}

/** True for a text that is kept compressed, by its name. */
function isCompressed(file: string): boolean {
  return file.endsWith('.gz')
}

function readText(directory: string, file: string): Uint8Array {
  const bytes = readInside(directory, file)
  if (!isCompressed(file)) return bytes
  try {
    return new Uint8Array(gunzipSync(bytes, { maxOutputLength: LARGEST_TEXT }))
  } catch (error) {
    const why = `${join(directory, file)} cannot be unpacked: ${(error as Error).message}`
    throw new MemmapsError('unreadable', why, 'the capture is not whole; make it again')
  }
}

function readInside(directory: string, file: string): Uint8Array {
  const path = join(directory, file)
  try {
    // A link could lead out of the folder, and reading a pipe would never end.
    if (!statSync(path).isFile() || !isAtPlace(realpathSync(path), realpathSync(directory), file)) {
      throw new MemmapsError('unreadable', `${path} is not a plain file`, 'captures hold neither links nor pipes')
    }
    return new Uint8Array(readFileSync(path))
  } catch (error) {
    if (error instanceof MemmapsError) throw error
    const { code } = error as NodeJS.ErrnoException
    const what = code === 'ENOENT' ? 'is missing' : `cannot be read: ${code}`
    throw new MemmapsError('unreadable', `${path} ${what}`, 'the capture is not whole; make it again')
  }
}
