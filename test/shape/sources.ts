import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** The project's folder. */
export const ROOT: string = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** A source file of the project, with what it imports. */
export interface SourceFile {
  /** Below the project's folder, with slashes. */
  readonly path: string
  readonly text: string
  /** Packages by name, `node:` modules as written, own files by path, `.ts` at their end. */
  readonly imports: readonly string[]
}

/** Every TypeScript file below these folders, sorted. */
export function sources(...folders: readonly string[]): readonly SourceFile[] {
  return folders.flatMap((folder) =>
    filesBelow(folder)
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
      .map((path) => source(path)),
  )
}

/** Every file below a folder of the project, sorted. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .sort()
}

/** The files that a file reaches through its imports, itself among them. */
export function reach(path: string, seen: Map<string, SourceFile> = new Map()): ReadonlyMap<string, SourceFile> {
  if (seen.has(path)) return seen
  const file = source(path)
  seen.set(path, file)
  for (const imported of file.imports) if (imported.endsWith('.ts')) reach(imported, seen)
  return seen
}

/** The parsed tree of a file. */
export function tree({ path, text }: SourceFile): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
}

function source(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), 'utf8')
  const imports = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => resolve(path, fileName))
  return { path, text, imports }
}

function resolve(from: string, imported: string): string {
  if (imported.startsWith('.')) return posix.join(posix.dirname(from), imported).replace(/\.js$/, '.ts')
  if (imported.startsWith('node:')) return imported
  return imported
    .split('/')
    .slice(0, imported.startsWith('@') ? 2 : 1)
    .join('/')
}
