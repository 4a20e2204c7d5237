import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

/** What a text is an example of, and so what is expected of it. */
export const KINDS = ['valid', 'invalid', 'either']

/** Where a text may come from. */
export const SOURCES = ['captured', 'hand-made', 'damaged']

/** The file beside a capture.json that says how the capture's texts are read. */
const READINGS = 'readings.json.gz'

const ABOUT_ALL = ['README.md', 'flags.json', 'captures/manifest.json']

/**
 * Finds every case below `root`: golden/ADAPTER/KIND/NAME.txt with NAME.json beside it.
 * @param {string} root
 * @returns {import('./cases.js').Case[]}
 */
export function findCases(root) {
  const cases = []
  for (const path of filesBelow(root)) {
    const match = /^([^/]+)\/(valid|invalid|either)\/([^/]+)\.txt$/.exec(path)
    if (match === null) continue
    const [, adapter, kind, name] = match
    const about = join(root, adapter, kind, `${name}.json`)
    cases.push({
      adapter,
      kind,
      name,
      path: join(root, path),
      text: readFileSync(join(root, path)),
      about: existsSync(about) ? JSON.parse(readFileSync(about, 'utf8')) : undefined,
    })
  }
  return cases
}

/**
 * Finds every whole capture below `root`: a folder with a capture.json.
 * @param {string} root
 * @returns {import('./cases.js').Capture[]}
 */
export function findCaptures(root) {
  return filesBelow(root)
    .filter((path) => path.endsWith('/capture.json'))
    .map((path) => {
      const folder = path.slice(0, -'/capture.json'.length)
      return { name: folder, path: join(root, folder), manifest: JSON.parse(readFileSync(join(root, path), 'utf8')) }
    })
}

/**
 * The files below `root` that no case, no capture and no explanation reaches.
 * @param {string} root
 * @returns {string[]}
 */
export function unreached(root) {
  const reached = new Set(ABOUT_ALL)
  for (const { path } of findCases(root)) {
    reached.add(relative(root, path))
    reached.add(relative(root, path.replace(/\.txt$/, '.json')))
  }
  for (const { name, manifest } of findCaptures(root)) {
    reached.add(`${name}/capture.json`)
    reached.add(`${name}/${READINGS}`)
    for (const file of capturedFiles(manifest)) reached.add(`${name}/${file}`)
  }
  return filesBelow(root).filter((path) => !reached.has(path))
}

/**
 * The files that a capture.json names.
 * @param {import('./cases.js').Manifest} manifest
 * @returns {string[]}
 */
export function capturedFiles(manifest) {
  return [...manifest.views.map((view) => view.file), ...(manifest.files ?? [])]
}

/**
 * How a case's text is read, in the words of its `expect`.
 * @param {import('./cases.js').Read} read
 * @param {import('./cases.js').Case} one
 * @returns {import('./cases.js').Reading}
 */
export function readCase(read, { adapter, text, about }) {
  return read(adapter, text, about?.dialect === undefined ? {} : { dialect: about.dialect })
}

/**
 * A case's description as text: a line a region, so that people can review it.
 * @param {object} about
 * @returns {string}
 */
export function describe(about) {
  return `${pretty(about, '')}\n`
}

/**
 * @param {unknown} value
 * @param {string} indent
 * @returns {string}
 */
function pretty(value, indent) {
  const flat = JSON.stringify(value)
  if (flat.length + indent.length <= 118 || typeof value !== 'object' || value === null || indent.length > 8)
    return flat
  const inner = `${indent}  `
  if (Array.isArray(value)) return `[\n${value.map((one) => inner + pretty(one, inner)).join(',\n')}\n${indent}]`
  const fields = Object.entries(value).filter(([, one]) => one !== undefined)
  return `{\n${fields.map(([key, one]) => `${inner}${JSON.stringify(key)}: ${pretty(one, inner)}`).join(',\n')}\n${indent}}`
}

/**
 * @param {string} root
 * @returns {string[]} Paths of files relative to root, sorted.
 */
function filesBelow(root) {
  return readdirSync(root, { recursive: true })
    .map(String)
    .filter((path) => statSync(join(root, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
}
