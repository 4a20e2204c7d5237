import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { execa } from 'execa'

/** What a decoder.json says: a parser of somebody's, and how it is built and started. */
export interface Decoder {
  readonly name: string
  readonly about: string
  readonly adapters: readonly string[]
  /** Dialects of these that it is not made for: `rollup`. */
  readonly without?: readonly string[]
  /** The command that installs what it needs on Debian 12. */
  readonly install: string
  /** Programs on PATH, or files. */
  readonly needs: readonly string[]
  readonly build?: readonly (readonly string[])[]
  readonly command: readonly string[]
  readonly version: readonly string[]
  /** `file` where it lists each file once, not each mapping. */
  readonly grain?: 'mapping' | 'file'
  /** True for a tool of the system itself, run on a process whose files are exchanged: what people would see. */
  readonly witness?: boolean
  /** Its folder. */
  readonly folder: string
}

const CACHE = process.env.MEMMAPS_CACHE ?? join(homedir(), '.cache', 'memmaps')

/** Every decoder below a folder, by the name of its own. */
export function findDecoders(below: string): ReadonlyMap<string, Decoder> {
  const names = readdirSync(below).filter((name) => existsSync(join(below, name, 'decoder.json')))
  return new Map(
    names.sort().map((name) => {
      const folder = join(below, name)
      return [name, { ...JSON.parse(readFileSync(join(folder, 'decoder.json'), 'utf8')), folder }]
    }),
  )
}

/** What a decoder needs and this machine has not. */
export function lacking({ needs }: Decoder): readonly string[] {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return needs.filter((need) =>
    need.startsWith('/') ? !existsSync(need) : !folders.some((folder) => existsSync(join(folder, need))),
  )
}

/** Builds a decoder where it is to be built; gives the words that start it. */
export async function build(
  name: string,
  decoder: Decoder,
  cache: string = CACHE,
): Promise<readonly [file: string, ...words: string[]]> {
  const folder = buildFolder(name, cache)
  mkdirSync(folder, { recursive: true })
  for (const step of decoder.build ?? []) {
    const [file = '', ...words] = filled(step, decoder, folder)
    await execa(file, words, { cwd: decoder.folder, env: { BUILD: folder } })
  }
  const [file = '', ...words] = filled(decoder.command, decoder, folder)
  return [file, ...words]
}

/** The version of what is judged: the first line that it prints. Throws where it cannot run here, for want of root it may be. */
export async function versionOf(name: string, decoder: Decoder, cache: string = CACHE): Promise<string> {
  const [file = '', ...words] = filled(decoder.version, decoder, buildFolder(name, cache))
  const { stdout, stderr } = await execa(file, words)
  return `${stdout}\n${stderr}`.trim().split('\n')[0] ?? ''
}

function buildFolder(name: string, cache: string): string {
  return join(cache, 'decoders', name)
}

function filled(words: readonly string[], { folder }: Decoder, build: string): string[] {
  return words.map((word) => word.replaceAll('{folder}', folder).replaceAll('{build}', build))
}
