import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Host } from '../../src/capture/types.js'
import { MACHINES } from './machines.js'
import type { Guest } from './matrix.js'
import { GOLDEN } from './places.js'

/** What `golden/captures/manifest.json` says of the captures of one kernel. */
export interface GoldenEntry {
  /** The guest's name in the lab; absent for captures that came from elsewhere. */
  readonly guest?: string
  /** Debian's suites of the kernel and of the tools. */
  readonly suite?: string
  readonly tools?: string
  /** What is special; each flag is explained once, in golden/flags.json. */
  readonly flags: readonly string[]
}

const PATH = join(GOLDEN, 'manifest.json')

/** The entries by their folders. */
export function readGoldenManifest(): Record<string, GoldenEntry> {
  return existsSync(PATH) ? JSON.parse(readFileSync(PATH, 'utf8')) : {}
}

/** The folder that holds the captures of a guest, where it has any. */
export function folderOf(guest: string): string | undefined {
  return Object.entries(readGoldenManifest()).find(([, entry]) => entry.guest === guest)?.[0]
}

/** Writes down which guest a folder's captures are of, in place of the folder that held them before. */
export function noteGolden(folder: string, guest: Guest, host: Host): void {
  const manifest = readGoldenManifest()
  for (const [name, entry] of Object.entries(manifest)) if (entry.guest === guest.name) delete manifest[name]
  manifest[folder] = { guest: guest.name, suite: guest.suite, tools: guest.tools, flags: flagsOf(guest, host) }
  const sorted = Object.fromEntries(
    Object.entries(manifest).sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })),
  )
  writeFileSync(PATH, `${JSON.stringify(sorted, undefined, 1)}\n`)
}

function flagsOf({ architecture, by }: Guest, { pageSize = 4096 }: Host): string[] {
  const flags: string[] = []
  if (MACHINES[architecture].narrow) flags.push('32-bit')
  if (architecture === 's390x') flags.push('big-endian')
  if (pageSize > 4096) flags.push('large-pages')
  if (by === 'user-mode') flags.push('user-mode')
  if (by === 'source') flags.push('named-memory')
  return flags
}
