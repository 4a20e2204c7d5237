import { ratioTo } from './statistics.js'

const MEBI = 1 << 20

/** The goals of issue 7: what, by which section and rows, and the most that it may be. */
const RATIOS = [
  ['in-process maps, 64,000 live: memmaps / raw read of the same bytes', 1.25, 'live-maps', 'memmaps', 'raw read'],
  [
    'in-process maps, million lines in memory: memmaps / Rust procfs parse time',
    0.6,
    'maps',
    'memmaps, text in memory',
    'Rust procfs, less its reads',
  ],
  ['in-process smaps, 64,000 live: memmaps / raw read', 1.4, 'live-smaps', 'memmaps', 'raw read'],
  ['in-process smaps, 64,000 live: memmaps / Rust procfs', 0.35, 'live-smaps', 'memmaps', 'Rust procfs'],
  ['whole command, 64,000 live: memmaps pmap -X / pmap -X', 0.4, 'pmap-X', 1, 0],
  ['whole command, 64,000 live: memmaps pmap -x / pmap -x', 0.8, 'pmap-x', 1, 0],
  ['whole command, 32,000 files: memmaps lsof / lsof', 0.6, 'lsof', 1, 0],
  ['whole command, small process: memmaps show PID / node -e 0', 1.35, 'small', 1, 0],
]

/**
 * Whether a goal is about a row of a section, so that it is to be measured in every round.
 *
 * @param {string} section
 * @param {string} row
 * @returns {boolean}
 */
export function isNeeded(section, row) {
  return RATIOS.some(
    ([, , name, ...rows]) => name === section && rows.some((one) => `${one}`.split(', less')[0] === row),
  )
}

/**
 * What memmaps promises of its speed, beside what was measured; a goal whose section did not run is left out.
 *
 * @typedef {{ work: string, goal: string, measured: string, verdict: 'met' | 'missed' | 'not measured' }} Goal
 *
 * @param {readonly import('./sections.js').Section[]} sections
 * @returns {Goal[]}
 */
export function goals(sections) {
  const ratios = RATIOS.map(([work, most, name, over, under]) => ratioGoal(sections, work, most, name, over, under))
  return [...ratios, jcGoal(sections), keptGoal(sections), peakGoal(sections)].filter((one) => one !== undefined)
}

function ratioGoal(sections, work, most, name, over, under) {
  const section = sections.find((one) => one.name === name)
  if (section === undefined) return undefined
  const [row, base] = [over, under].map((which) => section.rows.find((one, i) => one.name === which || i === which))
  return ratioOf(work, most, row, base, under)
}

function ratioOf(work, most, row, base, under) {
  const why = [base, row].map((one) => (one === undefined ? `${under} is not there` : (one.skipped ?? one.failed)))
  const missing = why.find((reason) => reason !== undefined)
  if (missing !== undefined) return { work, goal: `≤ ${most}`, measured: missing, verdict: 'not measured' }
  const { median, from, to } = ratioTo(row, base)
  const rounds = Math.min(row.walls.length, base.walls.length)
  const measured = `${median.toFixed(2)} (${from.toFixed(2)}–${to.toFixed(2)}, ${rounds} rounds)`
  return { work, goal: `≤ ${most}`, measured, verdict: median <= most ? 'met' : 'missed' }
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
  const one = ratioOf(work, 0.5, ours, jc, 'jc')
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
  if (failed !== undefined) return { work, goal: '≤ 128 MiB', measured: failed, verdict: 'not measured' }
  const most = Math.max(...section.rows.slice(1).map(({ memory }) => memory.peak / MEBI))
  return bytesGoal(work, '≤ 128 MiB', most, 128, 'MiB')
}

function bytesGoal(work, goal, value, most, unit) {
  return { work, goal, measured: `${value.toFixed(1)} ${unit}`, verdict: value <= most ? 'met' : 'missed' }
}
