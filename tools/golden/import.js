#!/usr/bin/env node
// Brings a lab's raw captures into golden/captures: node tools/golden/import.js FOLDER (after npm run build).
// FOLDER has a folder a guest (KIND-KERNEL-ARCH), and in each one a process: proc/…, lsof-*.out, pmap-*.out.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { saveCapture } from '../../dist/src/capture/folder.js'
import { writeReadings } from '../../dist/tools/golden/readings.js'
import { captureTime, hostFacts, plainFacts, processFacts, statFacts, toolFacts } from './lab-facts.js'
import { PROC_FILES, procViews, toolViews } from './lab-views.js'

const CAPTURES = fileURLToPath(new URL('../../golden/captures/', import.meta.url))

/** What each guest is asked for; the full specimen is dynamic where there is one. */
const WANTED = ['perl', 'odd-exe', 'names', 'threads']

/** Guests whose kernel thread, zombie and quiet pmap are taken: one is enough of what is the same on all. */
const WHOLE = /^trixie-.*-amd64$/

/** What a shell's exit status is for a tool that the guest does not have. */
const NO_SUCH_TOOL = 127

const [source] = process.argv.slice(2)
if (source === undefined) {
  process.stderr.write('usage: node tools/golden/import.js FOLDER\n')
  process.exit(2)
}

for (const name of readdirSync(source)) {
  const guest = join(source, name)
  if (!existsSync(join(guest, 'full-static'))) continue
  const { host, narrow } = hostFacts(guest)
  const folder = join(CAPTURES, `${host.kernel}-${host.arch}`)
  rmSync(folder, { recursive: true, force: true })
  const full = existsSync(join(guest, 'full-dynamic')) ? 'full-dynamic' : 'full-static'
  const processes = [full, ...WANTED, ...(WHOLE.test(name) ? ['kthread', 'zombie'] : [])]
  for (const one of processes.filter((each) => existsSync(join(guest, each)))) {
    importProcess(join(guest, one), join(folder, one), {
      host,
      narrow,
      tools: toolFacts(guest),
      whole: WHOLE.test(name),
    })
  }
}

/**
 * @param {string} from
 * @param {string} to
 * @param {{ host: object, narrow: boolean, tools: object, whole: boolean }} guest
 */
function importProcess(from, to, { host, narrow, tools, whole }) {
  const facts = processFacts(from)
  const texts = []
  for (const { name, ...view } of procViews(narrow)) {
    const path = join(from, 'proc', name)
    if (!existsSync(path)) continue
    texts.push({ ...view, file: `proc/${name}`, bytes: readFileSync(path) })
  }
  for (const { name, argv, ...view } of toolViews(whole)) {
    const path = join(from, `${name}.out`)
    const exit = exitOf(from, name)
    if (!existsSync(path) || exit === NO_SUCH_TOOL) continue
    const bytes = readFileSync(path)
    // A second text with the same bytes, as where -p changes nothing, would be no further evidence.
    if (texts.some((text) => text.dialect === view.dialect && Buffer.from(text.bytes).equals(bytes))) continue
    texts.push({
      ...view,
      argv: argv.map((one) => (one === 'PID' ? String(facts.pid) : one)),
      exit,
      bytes,
    })
  }
  const { stats = [], ...more } = plainFacts(from)
  saveCapture(to, {
    captured: captureTime(from),
    host,
    tools,
    process: facts,
    frozen: false,
    moved: readFileSync(join(from, 'maps-recheck'), 'utf8').trim() !== 'same',
    attempts: 1,
    texts,
    problems: [],
    ...more,
    stats: [...statFacts(from), ...stats],
  })
  addFiles(from, to)
  writeReadings(to)
}

/**
 * Puts the evidence that is no view beside the views, and names it in capture.json.
 * @param {string} from
 * @param {string} to
 */
function addFiles(from, to) {
  const files = PROC_FILES.map((name) => `proc/${name}`).filter((file) => existsSync(join(from, file)))
  for (const file of files) {
    mkdirSync(dirname(join(to, file)), { recursive: true })
    copyFileSync(join(from, file), join(to, file))
  }
  const path = join(to, 'capture.json')
  writeFileSync(path, `${JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), files }, undefined, 1)}\n`)
}

/**
 * @param {string} from
 * @param {string} name
 * @returns {number} 0 where the lab kept none.
 */
function exitOf(from, name) {
  const path = join(from, `${name}.rc`)
  return existsSync(path) ? Number.parseInt(readFileSync(path, 'utf8'), 10) : 0
}
