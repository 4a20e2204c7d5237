import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { command, memmaps } from './commands.js'
import { startContender } from './in-process.js'
import { saved } from './inputs.js'
import { lacking } from './peers.js'
import { withSpecimen } from './specimen.js'
import { summary } from './statistics.js'
import { mapsText, smapsText } from './text.js'

/** A tool that would take longer than this is not asked about more mappings. */
const MOST_MS = 10_000
/** Samples of a tool at one size: at least one, and more while they take less than this together. */
const SPAN_MS = 400
const SAMPLES = 25
/** A generated text of smaps with more regions than this has hundreds of megabytes. */
const MOST_SMAPS = 300_000
/** What the specimen has mapped beside what it is asked for. */
const OWN = 200

const IN_PROCESS = [
  ['raw read of maps', 'maps', 'raw read'],
  ['memmaps, maps', 'maps', 'memmaps'],
  ['memmaps, smaps', 'smaps', 'memmaps'],
  ['reference parser, maps', 'maps', 'reference, text in memory'],
  ['Rust procfs, maps()', 'maps', 'Rust procfs'],
  ['Rust procfs, smaps()', 'smaps', 'Rust procfs'],
  ['prometheus/procfs', 'maps', 'prometheus/procfs'],
  ['psutil', 'smaps', 'psutil'],
]

/**
 * What each tool takes for ever more mappings: of a live process as long as the kernel allows that many, of texts beyond.
 *
 * @param {import('./sections.js').Counts} counts
 * @param {string} folder
 * @returns {Promise<import('./sections.js').Section>}
 */
export async function costSection({ sizes }, folder) {
  const allowed = Number(readFileSync('/proc/sys/vm/max_map_count', 'latin1')) - OWN
  const rows = []
  for (const size of sizes) {
    if (size <= allowed)
      await withSpecimen('libraries', size, folder, async (pid) => {
        const input = (adapter) => ({ adapter, folders: [`/proc/${pid}`] })
        await addPoints(rows, size, [...inProcess(input, folder), ...commandsOn(`/proc/${pid}/maps`), ...tools(pid)])
      })
    else {
      const texts = { maps: () => mapsText(size), smaps: () => size <= MOST_SMAPS && smapsText(size) }
      const input = (adapter) => {
        const text = texts[adapter]()
        return text && saved(adapter, text, folder)
      }
      const path = join(folder, `cost-${size}.maps`)
      writeFileSync(path, mapsText(size))
      await addPoints(rows, size, [...inProcess(remembering(input), folder), ...commandsOn(path)])
    }
  }
  const liveUpTo = Math.max(...sizes.filter((size) => size <= allowed))
  const title = `milliseconds by number of mappings: of a live process up to ${liveUpTo}, of saved texts beyond`
  return { name: 'cost', title, liveUpTo, rows }
}

/** Makes each text once, for whoever asks first. */
function remembering(make) {
  const made = new Map()
  return (key) => {
    if (!made.has(key)) made.set(key, make(key))
    return made.get(key)
  }
}

function inProcess(inputOf, folder) {
  return IN_PROCESS.map(([name, adapter, contender]) => ({
    name,
    kind: 'in its own process',
    missing: lacking(contender),
    start: async () => {
      const input = inputOf(adapter)
      if (!input) return undefined
      const { ask, stop } = await startContender(contender, input, 'time', folder)
      return { run: () => ask('time'), stop }
    },
  }))
}

function commandsOn(path) {
  return [
    command('cat maps', ['cat', path]),
    command('jc', ['jc', '--proc-pid-maps'], { stdin: path }),
    memmaps(['convert', '-f', 'maps', '-t', 'json', path], { name: 'memmaps convert -t json' }),
  ].map(whole)
}

function tools(pid) {
  return [
    command('pmap', ['pmap', `${pid}`]),
    command('pmap -x', ['pmap', '-x', `${pid}`]),
    command('pmap -X', ['pmap', '-X', `${pid}`]),
    command('lsof', ['lsof', '-nP', '-a', '-d', 'mem,txt,DEL', '-p', `${pid}`]),
    memmaps(['pmap', '-x', pid], { name: 'memmaps pmap -x' }),
    memmaps(['pmap', '-X', pid], { name: 'memmaps pmap -X' }),
    memmaps(['lsof', '-nP', '-a', '-d', 'mem,txt,DEL', '-p', pid], { name: 'memmaps lsof' }),
  ].map(whole)
}

function whole({ name, missing, run }) {
  return { name, kind: 'whole command', missing, start: async () => ({ run, stop: () => {} }) }
}

async function addPoints(rows, size, jobs) {
  for (const { name, kind, missing, start } of jobs) {
    if (!rows.some((one) => one.name === name)) rows.push({ name, kind, walls: [], points: [], skipped: missing })
    const row = rows.find((one) => one.name === name)
    if (missing !== undefined || row.failed !== undefined || expected(row.points, size) > MOST_MS) continue
    const job = await start()
    if (job === undefined) continue
    try {
      const { failed, median } = await sampled(job.run)
      if (failed === undefined) row.points.push([size, median])
      else row.failed = failed
    } finally {
      job.stop()
    }
  }
}

/** What a size will take, if the cost goes on to rise as it did between the last two. */
function expected(points, size) {
  const [[before, less], [last, ms]] =
    points.length < 2
      ? [
          [0, 0],
          [1, 0],
        ]
      : points.slice(-2)
  return ms + (Math.max(0, ms - less) / (last - before)) * (size - last)
}

/** The median of the later half, when what is compiled at run time has been. */
async function sampled(run) {
  const walls = []
  let spent = 0
  do {
    const { wall, failed } = await run()
    if (failed !== undefined) return { failed }
    walls.push(wall)
    spent += wall
  } while (walls.length < 3 ? spent < 5 * SPAN_MS : spent < SPAN_MS && walls.length < SAMPLES)
  return { median: summary(walls.slice(Math.floor(walls.length / 2))).median }
}
