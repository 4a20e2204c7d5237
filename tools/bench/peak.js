import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { memmaps, node, run } from './commands.js'
import { mapsText } from './text.js'

const SAY_PEAK = pathToFileURL(fileURLToPath(new URL('say-peak.js', import.meta.url))).href

/**
 * The most memory that a whole command has, beyond that of a node that does nothing.
 *
 * @param {number} lines
 * @param {string} folder
 * @returns {Promise<import('./sections.js').Section>}
 */
export async function conversionMemory(lines, folder) {
  const path = join(folder, 'peak.maps')
  writeFileSync(path, mapsText(lines))
  const output = join(folder, 'peak.json')
  const jobs = [
    node('node -e 0', ['-e', '0']),
    memmaps(['convert', '-t', 'json', '-o', output, path], { name: 'memmaps convert -t json -o FILE FILE' }),
    memmaps(['convert', '-t', 'maps', '-o', output, path], { name: 'memmaps convert -t maps -o FILE FILE' }),
  ]
  const rows = []
  for (const job of jobs) rows.push(await measured(job, folder))
  const own = rows[0].memory.peak
  for (const { memory } of rows) memory.peak -= own
  return { name: 'memory', title: `${lines} lines of maps, converted file to file`, bytes: statSync(path).size, rows }
}

async function measured({ name, argv }, folder) {
  const report = join(mkdtempSync(join(folder, 'peak-')), 'peak')
  const env = { ...process.env, NODE_OPTIONS: `--import=${SAY_PEAK}`, MEMMAPS_BENCH_PEAK: report }
  const { wall, failed } = await run(argv, undefined, [0], env)
  return { name, walls: [wall], failed, remark: failed, memory: { peak: most(report) } }
}

function most(report) {
  return Math.max(...readFileSync(report, 'utf8').trim().split('\n').map(Number))
}
