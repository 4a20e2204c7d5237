import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { command, memmaps, node } from './commands.js'
import { costSection } from './cost.js'
import { addMemory, inProcess } from './in-process.js'
import { everyProcess, golden, linesOf, saved } from './inputs.js'
import { conversionMemory } from './peak.js'
import { withNode, withSpecimen } from './specimen.js'
import { mapsText, smapsText } from './text.js'
import { whole } from './whole.js'

/**
 * A group of contenders that are compared with the first of them.
 *
 * @typedef {{ name: string, title: string, bytes?: number, regions?: number, liveUpTo?: number, rows: Row[] }} Section
 * @typedef {{ name: string, walls: number[], cpus?: number[], reads?: number, calls?: number, allocated?: number, memory?: Memory, skipped?: string, failed?: string, remark?: string, points?: [number, number][] }} Row
 *   skipped: was not measured; failed: its times mean nothing; remark: beside its numbers; points: mappings and milliseconds
 * @typedef {{ peak: number, kept?: number, keptBesideNames?: number }} Memory bytes; peak is beyond node's own
 * @typedef {{ rounds: number, warmup: number, lines: number, regions: number, mappings: number, files: number, sizes: number[], jcLines: number[] }} Counts
 */

const SAVED = ['raw read', 'memmaps', 'memmaps, text in memory', 'reference, text in memory']
/** What is beneath any parser in JavaScript. */
const FLOOR = 'every byte once, text in memory'
const LIVE = ['raw read', 'memmaps', 'memmaps, one thread']

/** What can be measured, by the name that `--only` takes; each makes a section, or several. */
export const sections = {
  ten: (counts, folder) => {
    const input = { ...saved('maps', mapsText(10), folder), repeat: counts.repeat }
    const title = `maps of ten lines, ${counts.repeat} times`
    return inProcess({ name: 'ten', title, regions: 10 * counts.repeat, input }, SAVED, counts, folder)
  },
  node: (counts, folder) => withNode((pid) => small(pid, counts, folder)),
  maps: (counts, folder) => generated('maps', mapsText(counts.lines), counts.lines, counts, folder),
  smaps: (counts, folder) => generated('smaps', smapsText(counts.regions), counts.regions, counts, folder),
  'live-maps': (counts, folder) => live('maps', 'libraries', counts.mappings, counts, folder),
  'live-maps-anonymous': (counts, folder) => live('maps', 'anonymous', counts.mappings, counts, folder),
  'live-maps-files': (counts, folder) => live('maps', 'files', counts.files, counts, folder),
  'live-smaps': (counts, folder) => live('smaps', 'libraries', counts.mappings, counts, folder),
  golden: async (counts, folder) => {
    const all = []
    for (const adapter of ['maps', 'smaps', 'lsof', 'pmap']) {
      const { bytes, ...input } = golden(adapter, folder)
      const ours = adapter.endsWith('maps') ? SAVED : SAVED.filter((name) => !name.startsWith('reference'))
      const about = {
        name: `golden-${adapter}`,
        title: `golden/${adapter}/valid: ${input.folders.length} texts`,
        bytes,
      }
      all.push(await inProcess({ ...about, input }, ours, counts, folder))
    }
    return all
  },
  machine: everything,
  small: (counts, folder) => withNode((pid) => smallCommands(pid, counts, folder)),
  commands: (counts, folder) =>
    withSpecimen('libraries', counts.mappings, folder, (pid) => {
      const title = `whole commands on a live process: ${counts.mappings} mappings, libraries; output to /dev/null`
      return whole({ name: 'commands', title }, lookers(pid), counts, folder)
    }),
  'pmap-X': (counts, folder) => dropIn('pmap-X', ['pmap', '-X'], 'libraries', counts.mappings, counts, folder),
  'pmap-x': (counts, folder) => dropIn('pmap-x', ['pmap', '-x'], 'libraries', counts.mappings, counts, folder),
  lsof: (counts, folder) =>
    dropIn('lsof', 'lsof -nP -a -d mem,txt,DEL -p'.split(' '), 'files', counts.files, counts, folder),
  jc: async (counts, folder) => {
    const all = []
    for (const lines of counts.jcLines) all.push(await beside(lines, counts, folder))
    return all
  },
  memory: (counts, folder) => conversionMemory(counts.lines, folder),
  cost: costSection,
}

async function generated(adapter, text, regions, counts, folder) {
  const input = saved(adapter, text, folder)
  const title = `${adapter}: a generated text of ${regions} regions, parsed`
  const about = { name: adapter, title, bytes: text.length, regions, input }
  const section = await inProcess(about, [...SAVED, FLOOR], counts, folder)
  await addMemory(section, input, SAVED.slice(1))
  return section
}

function live(adapter, layout, mappings, counts, folder) {
  return withSpecimen(layout, mappings, folder, (pid) => {
    const name = layout === 'libraries' ? `live-${adapter}` : `live-${adapter}-${layout}`
    const title = `${adapter} of a live process: ${mappings} mappings, ${layout}`
    const input = { adapter, folders: [`/proc/${pid}`] }
    // These rounds are so short that compiling would be a part of them.
    const longer = { ...counts, warmup: counts.warmup * 2 }
    return inProcess({ name, title, regions: mappings, input }, LIVE, longer, folder)
  })
}

async function small(pid, counts, folder) {
  const repeat = Math.ceil(counts.repeat / 10)
  const mappings = linesOf(pid)
  const all = []
  for (const adapter of ['maps', 'smaps']) {
    const title = `${adapter} of a node process of ${mappings} mappings, ${repeat} times`
    const input = { adapter, folders: [`/proc/${pid}`], repeat }
    const about = { name: `node-${adapter}`, title, regions: mappings * repeat, input }
    all.push(await inProcess(about, LIVE.slice(0, 2), counts, folder))
  }
  return all
}

/** In processes of their own and as whole commands, on those that are there at the start. */
async function everything(counts, folder) {
  const pids = everyProcess().map(String)
  const all = []
  for (const adapter of ['maps', 'smaps']) {
    const title = `${adapter} of every process of this machine: ${pids.length}`
    const input = { adapter, folders: pids.map((pid) => `/proc/${pid}`) }
    all.push(await inProcess({ name: `machine-${adapter}`, title, input }, LIVE.slice(0, 2), counts, folder))
  }
  const gone = { fine: [0, 1, 42] }
  const lsof = 'lsof -nP -d mem,txt,DEL'.split(' ')
  const jobs = [
    command('cat maps', ['cat', ...pids.map((pid) => `/proc/${pid}/maps`)], gone),
    command('pmap -x PID …', ['pmap', '-x', ...pids], gone),
    memmaps(['pmap', '-x', ...pids], { ...gone, name: 'memmaps pmap -x PID …' }),
    command('pmap -X PID …', ['pmap', '-X', ...pids], gone),
    memmaps(['pmap', '-X', ...pids], { ...gone, name: 'memmaps pmap -X PID …' }),
    command(lsof.join(' '), lsof, gone),
    memmaps(lsof, gone),
    memmaps(['compare', '--all'], { ...gone, isOnce: true }),
  ]
  const about = { name: 'machine-commands', title: `whole commands on every process: ${pids.length} at the start` }
  return [...all, await whole(about, jobs, counts, folder)]
}

function smallCommands(pid, counts, folder) {
  const title = `whole commands on a node process of ${linesOf(pid)} mappings; output to /dev/null`
  const jobs = [
    node('node -e 0', ['-e', '0'], { needed: true }),
    memmaps(['show', pid], { needed: true, name: 'memmaps show PID' }),
    ...lookers(pid).filter(({ name }) => !name.includes('compare')),
  ]
  return whole({ name: 'small', title }, jobs, counts, folder)
}

function lookers(pid) {
  const lsof = 'lsof -nP -a -d mem -p'.split(' ')
  return [
    command('cat maps', ['cat', `/proc/${pid}/maps`]),
    command('cat smaps', ['cat', `/proc/${pid}/smaps`]),
    command('pmap', ['pmap', `${pid}`]),
    command('pmap -x', ['pmap', '-x', `${pid}`]),
    command('pmap -X', ['pmap', '-X', `${pid}`]),
    command(`${lsof.join(' ')} PID`, [...lsof, `${pid}`]),
    command('jc --proc-pid-maps', ['jc', '--proc-pid-maps'], { stdin: `/proc/${pid}/maps` }),
    memmaps(['convert', '-f', 'maps', '-t', 'maps', `/proc/${pid}/maps`], { name: 'memmaps convert -t maps' }),
    memmaps(['convert', '-f', 'maps', '-t', 'json', `/proc/${pid}/maps`], { name: 'memmaps convert -t json' }),
    memmaps(['compare', pid], { name: 'memmaps compare PID', fine: [0, 1] }),
  ]
}

function dropIn(name, words, layout, mappings, counts, folder) {
  return withSpecimen(layout, mappings, folder, (pid) => {
    const title = `${words.join(' ')} and memmaps in its place: ${mappings} mappings, ${layout}; output to /dev/null`
    const said = words.join(' ')
    const jobs = [
      command(said, [...words, `${pid}`], { needed: true }),
      memmaps([...words, pid], { needed: true, name: `memmaps ${said}` }),
      node('node -e 0', ['-e', '0'], { needed: true }),
      command('cat', ['cat', `/proc/${pid}/${words[0] === 'pmap' ? 'smaps' : 'maps'}`], { needed: true }),
    ]
    return whole({ name, title }, jobs, counts, folder)
  })
}

function beside(lines, counts, folder) {
  const path = join(folder, `${lines}.maps`)
  writeFileSync(path, mapsText(lines))
  const jobs = [
    command('jc --proc-pid-maps', ['jc', '--proc-pid-maps'], { stdin: path, needed: true }),
    memmaps(['convert', '-t', 'json'], { stdin: path, needed: true }),
    node('node -e 0', ['-e', '0'], { needed: true }),
  ]
  return whole({ name: `jc-${lines}`, title: `a text of ${lines} lines of maps as JSON` }, jobs, counts, folder)
}
