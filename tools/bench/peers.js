import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))
const CACHE = process.env.MEMMAPS_CACHE ?? join(homedir(), '.cache', 'memmaps')

/** Parsers of others that work in their own process, by the folder in tools/decoders that says how to install them. */
const PEERS = { 'Rust procfs': 'rust-procfs', 'prometheus/procfs': 'prometheus-procfs', psutil: 'psutil' }

const built = new Map()

/**
 * The peers that read an adapter's texts.
 *
 * @param {string} adapter
 * @returns {string[]}
 */
export function peersOf(adapter) {
  return Object.keys(PEERS).filter((name) => peer(name).adapters.includes(adapter))
}

/**
 * Why a peer cannot be measured here; undefined where it can, and for what is no peer.
 *
 * @param {string} name
 * @returns {string | undefined}
 */
export function lacking(name) {
  if (!Object.hasOwn(PEERS, name)) return undefined
  if (!built.has(name)) built.set(name, whyNot(name))
  return built.get(name)
}

/**
 * Starts a peer: as `startWorker`, for the same input.
 *
 * @param {string} name
 * @param {import('./contenders.js').Input} input
 * @param {'time' | 'count'} purpose
 * @param {string} folder for the list of what it is to read
 */
export async function startPeer(name, { adapter, folders, repeat = 1 }, purpose, folder) {
  const list = join(mkdtempSync(join(folder, 'list-')), 'folders')
  writeFileSync(list, `${folders.join('\n')}\n`)
  const [file, ...words] = filled(peer(name)[purpose], name)
  const child = spawn(file, [...words, adapter, String(repeat), list], { stdio: ['pipe', 'pipe', 'ignore'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const answer = async () => {
    const { value, done } = await lines.next()
    if (done) throw new Error(`${name} ended`)
    return JSON.parse(value)
  }
  await answer()
  return {
    pid: child.pid,
    ask: (what) => {
      child.stdin.write(`${what}\n`)
      return answer()
    },
    stop: () => child.stdin.end(),
  }
}

/**
 * Whether a peer says what it allocates.
 *
 * @param {string} name
 * @returns {boolean}
 */
export function counts(name) {
  return peer(name).count !== undefined
}

/**
 * The versions of the peers that are installed.
 *
 * @returns {Record<string, string>}
 */
export function peerVersions() {
  const versions = {}
  for (const [name, folder] of [...Object.entries(PEERS), ['jc', 'jc']]) {
    const { version, install, needs } = decoder(folder)
    const [file, ...words] = filled(version, name, folder)
    const missing = needs.filter((need) => !present(need))
    const said = missing.length > 0 ? undefined : spawnSync(file, words, { encoding: 'utf8' }).stdout?.split('\n')[0]
    versions[name] = said ?? `not installed: ${install}`
  }
  return versions
}

function whyNot(name) {
  const { needs, install } = decoder(PEERS[name])
  const missing = needs.find((need) => !present(need))
  if (missing !== undefined) return `skipped: ${missing} is not installed: ${install}`
  mkdirSync(buildFolder(PEERS[name]), { recursive: true })
  for (const step of peer(name).build) {
    const [file, ...words] = filled(step, name)
    const { status, stderr } = spawnSync(file, words, { encoding: 'utf8', cwd: at(`peers/${PEERS[name]}`) })
    if (status !== 0) return `skipped: it does not build: ${stderr?.trim().split('\n').at(-1)}`
  }
  return undefined
}

function peer(name) {
  return JSON.parse(readFileSync(at(`peers/${PEERS[name]}/peer.json`), 'utf8'))
}

function decoder(folder) {
  return JSON.parse(readFileSync(at(`../decoders/${folder}/decoder.json`), 'utf8'))
}

function present(need) {
  if (need.startsWith('/')) return existsSync(need)
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, need)))
}

function buildFolder(folder) {
  return join(CACHE, 'bench', folder)
}

/** The words of a peer.json or decoder.json with its folders in place of their names. */
function filled(words, name, folder = PEERS[name]) {
  const own = at(`../decoders/${folder}`)
  const places = { build: buildFolder(folder), peer: at(`peers/${folder}`), decoder: own, folder: own }
  return words.map((word) => word.replaceAll(/\{(build|peer|decoder|folder)\}/g, (_, place) => places[place]))
}
