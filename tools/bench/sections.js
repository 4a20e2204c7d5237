import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandJobs, dropInJobs } from './commands.js'
import { interleave, startWorker } from './rounds.js'
import { startSpecimen } from './specimen.js'
import { mapsText, smapsText } from './text.js'

/**
 * A group of contenders that are compared with the first of them.
 *
 * @typedef {{ name: string, title: string, bytes?: number, regions?: number, rows: Row[] }} Section
 * @typedef {{ name: string, walls: number[], cpus?: number[], memory?: Memory, skipped?: string }} Row
 * @typedef {{ peak: number, kept: number, keptBesideNames: number }} Memory bytes; peak is beyond node's own
 */

/** What can be measured, by the name that `--only` takes; each makes its sections. */
export const sections = {
  maps: (counts, folder) => parsing('maps', mapsText(counts.lines), counts.lines, counts, folder),
  smaps: (counts, folder) => parsing('smaps', smapsText(counts.regions), counts.regions, counts, folder),
  'live-maps': (counts, folder) => live('maps', 'libraries', counts, folder),
  'live-maps-anonymous': (counts, folder) => live('maps', 'anonymous', counts, folder),
  'live-smaps': (counts, folder) => live('smaps', 'libraries', counts, folder),
  commands: (counts, folder) => commands(counts, folder),
  lsof: (counts, folder) => dropIn('lsof', 'lsof', '-nP -a -d mem,txt,DEL -p', 'files', counts.files, counts, folder),
  'pmap-X': (counts, folder) => dropIn('pmap-X', 'pmap', '-X', 'libraries', counts.mappings, counts, folder),
  'pmap-x': (counts, folder) => dropIn('pmap-x', 'pmap', '-x', 'libraries', counts.mappings, counts, folder),
}

async function parsing(adapter, text, regions, counts, folder) {
  const path = join(folder, `generated.${adapter}`)
  writeFileSync(path, text)
  const input = { adapter, path }
  const names = ['reference', 'memmaps', 'memmaps, in chunks']
  const rows = await timed(names, input, counts)
  const nothing = await measured('nothing', input)
  for (const row of rows) {
    const { peak, held, names: ofNames } = await measured(row.name, input)
    const kept = held - nothing.held
    row.memory = { peak: peak - nothing.peak, kept, keptBesideNames: kept - ofNames }
  }
  const title = `${adapter}: a generated text of ${regions} regions, parsed`
  return { name: adapter, title, bytes: text.length, regions, rows }
}

async function live(adapter, layout, counts, folder) {
  const specimen = await startSpecimen(layout, counts.mappings, folder)
  try {
    const names = ['raw read', 'read, then parse', 'read and parse, chunk by chunk']
    // These rounds are so short that compiling would be a part of them.
    const longer = { warmup: counts.warmup * 5, rounds: counts.rounds * 3 }
    const rows = await timed(names, { adapter, pid: specimen.pid }, longer)
    const name = layout === 'libraries' ? `live-${adapter}` : `live-${adapter}-${layout}`
    return {
      name,
      title: `${adapter} of a live process: ${counts.mappings} mappings, ${layout}`,
      regions: counts.mappings,
      rows,
    }
  } finally {
    await specimen.stop()
  }
}

async function commands(counts, folder) {
  const specimen = await startSpecimen('libraries', counts.mappings, folder)
  try {
    const rounds = Math.min(counts.rounds, counts.commandRounds)
    const rows = await commandRows(commandJobs(specimen.pid), rounds)
    const title = `whole commands on a live process: ${counts.mappings} mappings, libraries; output to /dev/null`
    return { name: 'commands', title, rows }
  } finally {
    await specimen.stop()
  }
}

async function dropIn(name, tool, words, layout, count, counts, folder) {
  const specimen = await startSpecimen(layout, count, folder)
  try {
    const rows = await commandRows(dropInJobs(tool, words.split(' '), specimen.pid), counts.rounds)
    const title = `${tool} ${words} and memmaps in its place: ${count} mappings, ${layout}; output to /dev/null`
    return { name, title, rows }
  } finally {
    await specimen.stop()
  }
}

async function commandRows(jobs, rounds) {
  const runnable = jobs.filter(({ missing }) => missing === undefined)
  const samples = await interleave(
    runnable.map(({ run }) => run),
    { warmup: 1, rounds },
  )
  return jobs.map(({ name, missing }) => {
    if (missing !== undefined) return { name, walls: [], skipped: missing }
    const own = samples[runnable.findIndex((job) => job.name === name)]
    return { name, walls: own.map(({ wall }) => wall), skipped: own.find(({ failed }) => failed)?.failed }
  })
}

async function timed(names, input, counts) {
  const workers = []
  try {
    for (const name of names) workers.push(await startWorker(name, input))
    const samples = await interleave(
      workers.map(
        ({ ask }) =>
          () =>
            ask('time'),
      ),
      counts,
    )
    return names.map((name, i) => ({
      name,
      walls: samples[i].map(({ wall }) => wall),
      cpus: samples[i].map(({ cpu }) => cpu),
    }))
  } finally {
    for (const { stop } of workers) stop()
  }
}

async function measured(name, input) {
  const worker = await startWorker(name, input)
  try {
    return await worker.ask('memory')
  } finally {
    worker.stop()
  }
}
