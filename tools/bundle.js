// Bundles a build: few files instead of hundreds, the same ones for the library and the command line.
//
//   node tools/bundle.js [DIST]
//
// Starting is finding and reading files, for a command that runs for some milliseconds; a hundred small ones take longer than that.
// The entries are written over those of tsc; what several of them need goes to DIST/src/bundle, as deep as the modules it is
// made of. What tsc made of the other modules stays for tools and is not packed, but for the library's types.
//
// DIST/src/cli is CommonJS, and the commands are one script: Node starts with that, and what it needs for ES modules takes longer.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire, isBuiltin } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import ts from 'typescript'
import { late, lateEntries } from './bundle/late.js'
import { scriptOf } from './bundle/script.js'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const dist = resolve(process.argv[2] ?? join(root, 'dist'))

/** What stays a package: many modules each, which few commands load. All others are bundled, so their users need not have them. */
const { dependencies, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** What the command line begins with; what they import when they run comes with them. */
const STARTED = ['drop-in-lsof', 'drop-in-pmap', 'run-program', 'show-plain', 'tell-failure']

/** Modules of the command line that other tools use. */
const FOR_TOOLS = ['progress', 'text-columns']

/** Modules that take long to load, and that few commands come to use. */
const SLOW = ['node:child_process', 'node:os', 'node:util', 'node:v8', 'node:worker_threads', 'picocolors']

const options = {
  absWorkingDir: root,
  bundle: true,
  // Otherwise every folder above this one is asked for a configuration.
  tsconfigRaw: { compilerOptions: { target: 'ES2022', verbatimModuleSyntax: true } },
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: true,
  legalComments: 'none',
  external: Object.keys(dependencies),
  metafile: true,
  logLevel: 'warning',
}

const commonJs = { ...options, format: 'cjs' }
const nodeModules = { name: 'node-modules', setup: setupNodeModules }
const slowModules = { name: 'slow-modules', setup: setupSlowModules }
const validateElsewhere = { name: 'validate-elsewhere', setup: setupValidateElsewhere }
const constants = { name: 'constants', setup: setupConstants }

rmSync(join(dist, 'src/bundle'), { recursive: true, force: true })
rmSync(join(dist, 'src/cli'), { recursive: true, force: true })
const metafiles = [await bundleShared(), await bundleCommands(), await bundleForTools()]
writeLicences(metafiles.flatMap(({ inputs }) => Object.keys(inputs)))
checkCore(metafiles[0].outputs)
removeTypes()

/** Bundles the library, and of the commands the one that takes packages of ES modules. */
async function bundleShared() {
  const { metafile } = await build({
    ...options,
    entryPoints: {
      'src/index': 'src/index.ts',
      'src/core': 'src/core.ts',
      'src/golden/index': 'src/golden/index.ts',
      'src/generated/index': 'src/generated/index.ts',
      'src/bundle/validate': 'src/cli/validate.ts',
    },
    outdir: dist,
    chunkNames: 'src/bundle/[name]-[hash]',
    splitting: true,
    plugins: [constants, nodeModules],
  })
  return metafile
}

/** Bundles every other command into one script, and what is started, which runs it. */
async function bundleCommands() {
  const entries = lateEntries(join(root, 'adapters'))
  const { metafile, outputFiles } = await build({
    ...options,
    entryPoints: { ...Object.fromEntries(STARTED.map((name) => [name, `src/cli/${name}.ts`])), ...entries },
    outdir: 'commands',
    splitting: true,
    write: false,
    plugins: [validateElsewhere, constants, slowModules, late(entries)],
  })
  const script = scriptOf(outputFiles)
  const name = `commands-${createHash('sha256').update(script).digest('hex').slice(0, 8).toUpperCase()}.cjs`
  writeFileSync(join(dist, 'src/bundle', name), script)
  await build({
    ...commonJs,
    entryPoints: { main: 'src/cli/main.ts' },
    outdir: join(dist, 'src/cli'),
    define: { COMMANDS: JSON.stringify(`../bundle/${name}`) },
    plugins: [slowModules],
  })
  writeFileSync(join(dist, 'src/cli/package.json'), '{ "type": "commonjs" }\n')
  return metafile
}

/** Bundles what tools use beside the command line. */
async function bundleForTools() {
  const { metafile } = await build({
    ...commonJs,
    entryPoints: Object.fromEntries(FOR_TOOLS.map((name) => [name, `src/cli/${name}.ts`])),
    outdir: join(dist, 'src/cli'),
  })
  return metafile
}

/** Has `memmaps validate` be found beside the script: it takes ES modules, which no script can require. */
function setupValidateElsewhere({ onResolve }) {
  onResolve({ filter: /^\.\/validate\.js$/ }, ({ kind }) =>
    kind === 'dynamic-import' ? { path: '../bundle/validate.js', external: true } : undefined,
  )
}

/** Has what is known when this runs not be looked up when the command does. */
function setupConstants({ onLoad }) {
  onLoad({ filter: /\/src\/cli\/version\.ts$/ }, () => ({
    contents: `export const version = ${JSON.stringify(version)}`,
  }))
}

/** Has the slow modules be loaded when something of them is used, not when what uses it is loaded. */
function setupSlowModules({ onResolve, onLoad }) {
  onResolve({ filter: /^[a-z_:0-9]+$/ }, ({ path, namespace }) =>
    namespace !== 'slow' && SLOW.includes(path) ? { path, namespace: 'slow' } : undefined,
  )
  onLoad({ filter: /.*/, namespace: 'slow' }, ({ path }) => {
    const names = Object.keys(createRequire(import.meta.url)(path))
    const getters = names.map((name) => `get ${name}() { return require('${path}').${name} }`)
    return { contents: `module.exports = { __proto__: null, ${getters.join(', ')} }`, resolveDir: root }
  })
}

/** Has a CommonJS package import the modules of Node, which nothing in an ES module can require. */
function setupNodeModules({ onResolve, onLoad }) {
  onResolve({ filter: /^[a-z_:/]+$/ }, ({ path, kind }) =>
    kind === 'require-call' && isBuiltin(path) ? { path: path.replace('node:', ''), namespace: 'node' } : undefined,
  )
  onLoad({ filter: /.*/, namespace: 'node' }, ({ path }) => ({ contents: `export * from 'node:${path}'` }))
}

/** Keeps the licences of the packages of which something is in the bundle. */
function writeLicences(inputs) {
  const names = new Set(inputs.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []))
  const texts = [...names].sort().map((name) => {
    const folder = join(root, 'node_modules', name)
    const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one))
    if (file === undefined) throw new Error(`${name} is bundled, and has no licence to keep`)
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`
  })
  writeFileSync(join(dist, 'src/bundle/LICENSES.txt'), texts.join(`\n${'-'.repeat(80)}\n\n`))
}

/** Throws where memmaps/core, which runs in a browser, comes to load something that is not in the bundle. */
function checkCore(outputs) {
  const main = Object.keys(outputs).find((path) => path.endsWith('src/core.js'))
  const seen = new Set([main])
  for (const path of seen) {
    for (const { path: needed, external } of outputs[path].imports) {
      if (external) throw new Error(`memmaps/core imports ${needed}, in ${path}`)
      seen.add(needed)
    }
  }
}

/** Removes the declarations that those of the library do not come to. */
function removeTypes() {
  const entries = ['src/index.d.ts', 'src/core.d.ts', 'src/golden/index.d.ts', 'src/generated/index.d.ts']
  const seen = new Set(entries.map((path) => join(dist, path)))
  for (const path of seen) {
    for (const { fileName } of ts.preProcessFile(readFileSync(path, 'utf8')).importedFiles) {
      if (fileName.startsWith('.')) seen.add(resolve(dirname(path), fileName.replace(/\.js$/, '.d.ts')))
    }
  }
  for (const name of readdirSync(dist, { recursive: true })) {
    const path = join(dist, name)
    if (path.endsWith('.d.ts') && !seen.has(path)) rmSync(path)
  }
}
