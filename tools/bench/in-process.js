import { isNeeded } from './goals.js'
import { counts as countsBytes, lacking, peersOf, startPeer } from './peers.js'
import { interleave, readsOf, startWorker } from './rounds.js'

/**
 * Contenders that work in processes which are there already; the first is what the others are compared with.
 *
 * @param {{ name: string, title: string, input: import('./contenders.js').Input, bytes?: number, regions?: number }} about
 * @param {readonly string[]} ours names of contenders.js
 * @param {import('./sections.js').Counts} counts
 * @param {string} folder
 * @returns {Promise<import('./sections.js').Section>}
 */
export async function inProcess({ input, ...about }, ours, counts, folder) {
  const names = [...ours, ...peersOf(input.adapter)]
  const here = names.filter((name) => lacking(name) === undefined)
  const timed = await timings(about.name, here, input, counts, folder)
  const rows = []
  for (const name of names) {
    const own = timed[here.indexOf(name)]
    if (own === undefined) rows.push({ name, walls: [], skipped: lacking(name) })
    else rows.push(...(await rowsOf(name, own, input, ours, folder)))
  }
  return { ...about, rows }
}

async function rowsOf(name, { samples, reads }, input, ours, folder) {
  const isOurs = ours.includes(name)
  const row = { name, reads, walls: samples.map(({ wall }) => wall) }
  if (isOurs) row.cpus = samples.map(({ cpu }) => cpu)
  const refused = samples.at(-1).refused / (input.repeat ?? 1)
  if (refused > 0) row.remark = `refused ${refused} of ${input.folders.length}`
  row.allocated = await once(name, isOurs ? 'allocated' : 'time', input, 'count', folder)
  if (samples[0].read === undefined || input.folders[0].startsWith('/proc/')) return [row]
  return [row, { name: `${name}, less its reads`, walls: samples.map(({ wall, read }) => wall - read) }]
}

async function timings(section, names, input, counts, folder) {
  const workers = []
  try {
    for (const name of names) workers.push(await startContender(name, input, 'time', folder))
    const jobs = workers.map((worker, i) => ({ run: () => worker.ask('time'), needed: isNeeded(section, names[i]) }))
    const samples = await interleave(jobs, counts)
    const rows = []
    for (const [i, worker] of workers.entries()) {
      const readsTwice = samples[i][0].read !== undefined
      rows.push({ samples: samples[i], reads: Math.max(0, await readsOf(worker, readsTwice)) })
    }
    return rows
  } finally {
    for (const { stop } of workers) stop()
  }
}

/** Bytes that one working allocates, when it was done once before. */
async function once(name, what, input, purpose, folder) {
  if (what === 'time' && !countsBytes(name)) return undefined
  const worker = await startContender(name, input, purpose, folder)
  try {
    await worker.ask('time')
    return (await worker.ask(what)).allocated
  } finally {
    worker.stop()
  }
}

/**
 * What our own contenders keep of a text, each in a fresh process that parses once.
 *
 * @param {import('./sections.js').Section} section whose rows get it
 * @param {import('./contenders.js').Input} input
 * @param {readonly string[]} ours
 */
export async function addMemory({ rows }, input, ours) {
  const measured = async (name) => {
    const worker = await startWorker(name, input, 'time')
    try {
      return await worker.ask('memory')
    } finally {
      worker.stop()
    }
  }
  const nothing = await measured('nothing')
  for (const row of rows.filter(({ name }) => ours.includes(name))) {
    const { peak, held, names } = await measured(row.name)
    const kept = held - nothing.held
    row.memory = { peak: peak - nothing.peak, kept, keptBesideNames: kept - names }
  }
}

/**
 * Starts a contender of ours or a peer.
 *
 * @param {string} name
 * @param {import("./contenders.js").Input} input
 * @param {"time" | "count"} purpose
 * @param {string} folder
 */
export function startContender(name, input, purpose, folder) {
  return peersOf(input.adapter).includes(name)
    ? startPeer(name, input, purpose, folder)
    : startWorker(name, input, purpose)
}
