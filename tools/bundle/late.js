// Has what an adapter reads and writes with be run when it is first used: a command has all adapters, and uses one or two.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** What is late of an adapter: the modules of these names that its index imports. */
const LATE = /^(?:parser|formatter|osquery-lines|projection|imitation|looked-up)$/

/**
 * The entries that are late, by the names that they get in the script.
 *
 * @param {string} adapters the folder of the adapters
 * @returns {Record<string, string>}
 */
export function lateEntries(adapters) {
  const paths = readdirSync(adapters, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => importsOf(join(adapters, name, 'index.ts')))
    .filter((path) => LATE.test(basename(path, '.ts')))
  return Object.fromEntries(paths.map((path) => [nameOf(adapters, path), path]))
}

/**
 * A plugin that puts stand-ins in their place, where an index imports them.
 *
 * @param {Record<string, string>} entries
 * @returns {import('esbuild').Plugin}
 */
export function late(entries) {
  const names = new Map(Object.entries(entries).map(([name, path]) => [path, name]))
  return {
    name: 'late',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.\// }, ({ path, importer }) => {
        const target = basename(importer) === 'index.ts' ? sourceOf(importer, path) : ''
        return names.has(target) ? { path: target, namespace: 'late' } : undefined
      })
      onLoad({ filter: /.*/, namespace: 'late' }, ({ path }) => ({ contents: standIns(path, names.get(path)) }))
    },
  }
}

/** A function in place of each function and class, and a getter in place of each value; `need` is the script's. */
function standIns(path, name) {
  const late = `need(${JSON.stringify(name)})`
  const exported = readFileSync(path, 'utf8').matchAll(/^export (?:async )?(function|class|const)\*? (\w+)/gm)
  const parts = Array.from(exported, ([, kind, key]) => {
    if (kind === 'const') return `get ${key}() { return ${late}.${key} }`
    return `${key}: function (...args) { return ${kind === 'class' ? 'new ' : ''}(${late}.${key})(...args) }`
  })
  return `module.exports = { __proto__: null, ${parts.join(', ')} }`
}

function importsOf(index) {
  return Array.from(readFileSync(index, 'utf8').matchAll(/^import \{.*\} from '(\.\/.*)'$/gm), ([, path]) =>
    sourceOf(index, path),
  )
}

function sourceOf(importer, path) {
  return join(dirname(importer), path.replace(/\.js$/, '.ts'))
}

function nameOf(adapters, path) {
  return `late-${path.slice(adapters.length + 1, -'.ts'.length).replaceAll('/', '-')}`
}
