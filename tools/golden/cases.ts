import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { captureFolders, READINGS } from '../../src/golden/captures.js'
import { type About, aboutOf, aboutPath, casePlaces } from '../../src/golden/cases.js'
import { readJson } from '../../src/golden/folder.js'
import type { GoldenCase, GoldenReading } from '../../src/golden/types.js'
import { readingOf } from './reading.js'

/** What explains the others. */
const ABOUT_ALL = ['README.md', 'GRID.md', 'flags.json', 'captures/manifest.json']

/** The files that a capture.json names. */
interface Named {
  readonly views: readonly { readonly file: string }[]
  readonly files?: readonly string[]
}

/** How a case's text is read by who is told of its dialect no more than stands beside it. */
export function readCase({ adapter, path, text }: Pick<GoldenCase, 'adapter' | 'path' | 'text'>): GoldenReading {
  const { dialect } = aboutOf(path)
  return readingOf(adapter, text, dialect === undefined ? {} : { dialect })
}

/** The files below a corpus that no case, no capture and no explanation reaches. */
export function unreached(root: string): readonly string[] {
  const reached = new Set(ABOUT_ALL.map((file) => join(root, file)))
  for (const { path } of casePlaces({ folder: root })) reached.add(path).add(aboutPath(path))
  for (const { path } of captureFolders(root)) {
    for (const file of ['capture.json', READINGS, ...capturedFiles(path)]) reached.add(join(path, file))
  }
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !reached.has(path))
    .map((path) => relative(root, path).replaceAll('\\', '/'))
    .sort()
}

/** A case's description as text: a line a region, so that people can review it. */
export function describe(about: About): string {
  return `${pretty(about, '')}\n`
}

function capturedFiles(folder: string): readonly string[] {
  const { views, files = [] } = readJson(join(folder, 'capture.json')) as Named
  return [...views.map(({ file }) => file), ...files]
}

function pretty(value: unknown, indent: string): string {
  const flat = JSON.stringify(value)
  if (flat.length + indent.length <= 118 || typeof value !== 'object' || value === null || indent.length > 8)
    return flat
  const inner = `${indent}  `
  if (Array.isArray(value)) return `[\n${value.map((one) => inner + pretty(one, inner)).join(',\n')}\n${indent}]`
  const fields = Object.entries(value).filter(([, one]) => one !== undefined)
  return `{\n${fields.map(([key, one]) => `${inner}${JSON.stringify(key)}: ${pretty(one, inner)}`).join(',\n')}\n${indent}}`
}
