import { ratioTo } from './statistics.js'

const MEBI = 1 << 20

/** What starts, and reads the same file, without doing anything with it. */
const STARTS_AND_READS = ['node -e 0', 'cat']

/**
 * The goals of issue 7: what; the most that it may be; the section; the rows of memmaps and of the other, by name or place; and
 * the rows whose sum is the floor: the part of the work that cannot be left out.
 */
const RATIOS = [
  {
    work: 'in-process maps, 64,000 live: memmaps / raw read of the same bytes',
    most: 1.25,
    name: 'live-maps',
    over: 'memmaps',
    under: 'raw read',
    floor: ['raw read'],
  },
  {
    work: 'in-process maps, million lines in memory: memmaps / Rust procfs parse time',
    most: 0.6,
    name: 'maps',
    over: 'memmaps, text in memory',
    under: 'Rust procfs, less its reads',
    floor: ['every byte once, text in memory'],
  },
  {
    work: 'in-process smaps, 64,000 live: memmaps / raw read',
    most: 1.4,
    name: 'live-smaps',
    over: 'memmaps',
    under: 'raw read',
    floor: ['raw read'],
  },
  {
    work: 'in-process smaps, 64,000 live: memmaps / Rust procfs',
    most: 0.35,
    name: 'live-smaps',
    over: 'memmaps',
    under: 'Rust procfs',
    floor: ['raw read'],
  },
  { ...dropIn('64,000 live', 'pmap -X', 'pmap-X'), most: 0.4 },
  { ...dropIn('64,000 live', 'pmap -x', 'pmap-x'), most: 0.8 },
  { ...dropIn('32,000 files', 'lsof', 'lsof'), most: 0.6 },
  {
    work: 'whole command, small process: memmaps show PID / node -e 0',
    most: 1.35,
    name: 'small',
    over: 1,
    under: 0,
    floor: ['node -e 0'],
  },
]

function dropIn(input, tool, name) {
  const work = `whole command, ${input}: memmaps ${tool} / ${tool}`
  return { work, name, over: 1, under: 0, floor: STARTS_AND_READS }
}

/**
 * Whether a goal is about a row of a section, so that it is to be measured in every round.
 *
 * @param {string} section
 * @param {string} row
 * @returns {boolean}
 */
export function isNeeded(section, row) {
  return RATIOS.some(
    ({ name, over, under, floor }) =>
      name === section && [over, under, ...floor].some((one) => `${one}`.split(', less')[0] === row),
  )
}

/**
 * What memmaps promises of its speed, beside what was measured; a goal whose section did not run is left out.
 *
 * @typedef {{ work: string, goal: string, measured: string, floor: string, verdict: 'met' | 'missed' | 'not measured' }} Goal
 *
 * @param {readonly import('./sections.js').Section[]} sections
 * @returns {Goal[]}
 */
export function goals(sections) {
  const ratios = RATIOS.map((one) => ratioGoal(sections, one))
  return [...ratios, jcGoal(sections), keptGoal(sections), peakGoal(sections)].filter((one) => one !== undefined)
}

function ratioGoal(sections, { name, over, under, ...about }) {
  const section = sections.find((one) => one.name === name)
  if (section === undefined) return undefined
  const [row, base] = [over, under].map((which) => section.rows.find((one, i) => one.name === which || i === which))
  return ratioOf(section, row, base, about)
}

function ratioOf(section, row, base, { work, most, floor }) {
  const why = [base, row].map((one) => (one === undefined ? 'a peer is not installed' : (one.skipped ?? one.failed)))
  const missing = why.find((reason) => reason !== undefined)
  if (missing !== undefined) return { work, goal: `≤ ${most}`, measured: missing, floor: '', verdict: 'not measured' }
  const { median, from, to } = ratioTo(row, base)
  const rounds = Math.min(row.walls.length, base.walls.length)
  const measured = `${median.toFixed(2)} (${from.toFixed(2)}–${to.toFixed(2)}, ${rounds} rounds)`
  const verdict = median <= most ? 'met' : 'missed'
  return { work, goal: `≤ ${most}`, measured, floor: floorOf(section, base, floor), verdict }
}

/** What the rows of a floor take together, in terms of the same base. */
function floorOf({ rows }, base, names) {
  const found = names.map((name) => rows.find((row) => row.name === name))
  if (found.some((row) => row === undefined || row.walls.length === 0)) return ''
  const sum = found.reduce((total, row) => total + ratioTo(row, base).median, 0)
  return `${sum.toFixed(2)}: ${names.join(' + ')}`
}

/** Of all sizes, the one that is worst for us. */
function jcGoal(sections) {
  const work = 'whole command: memmaps convert -t json / jc --proc-pid-maps, any size'
  const sizes = sections.filter(({ name }) => /^jc-\d+$/.test(name))
  if (sizes.length === 0) return undefined
  const unmeasured = sizes.find(({ rows }) => rows.some(({ skipped, failed }) => skipped ?? failed))
  const worth = ({ rows: [jc, ours] }) => ratioTo(ours, jc).median
  const worst = unmeasured ?? sizes.reduce((a, b) => (worth(b) > worth(a) ? b : a))
  const [jc, ours] = worst.rows
  const one = ratioOf(worst, ours, jc, { work, most: 0.5, floor: ['node -e 0'] })
  return { ...one, measured: `${one.measured}, at ${worst.name.slice(3)} lines` }
}

function keptGoal(sections) {
  const section = sections.find(({ name }) => name === 'maps')
  if (section === undefined) return undefined
  const row = section.rows.find(({ name }) => name === 'memmaps')
  const bytes = row.memory.keptBesideNames / section.regions
  return bytesGoal('kept memory, maps: bytes a region beside its names', '≤ 48', bytes, 48, 'bytes')
}

function peakGoal(sections) {
  const section = sections.find(({ name }) => name === 'memory')
  if (section === undefined) return undefined
  const work = `peak memory over node’s own, million lines converted file to file`
  const failed = section.rows.find((row) => row.failed)?.failed
  if (failed !== undefined) return { work, goal: '≤ 128 MiB', measured: failed, floor: '', verdict: 'not measured' }
  const most = Math.max(...section.rows.slice(1).map(({ memory }) => memory.peak / MEBI))
  return bytesGoal(work, '≤ 128 MiB', most, 128, 'MiB')
}

function bytesGoal(work, goal, value, most, unit) {
  return { work, goal, measured: `${value.toFixed(1)} ${unit}`, floor: '', verdict: value <= most ? 'met' : 'missed' }
}
