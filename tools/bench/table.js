import Table from 'cli-table3'
import { ratio, summary } from './statistics.js'

const MEBI = 1 << 20

/** The lines of a table that has none: columns with two blanks between them. */
const PLAIN = Object.fromEntries(
  'top top-mid top-left top-right bottom bottom-mid bottom-left bottom-right left-mid mid mid-mid right-mid right'
    .split(' ')
    .map((name) => [name, '']),
)

/** What a section can say of a row: the head, whether a section has it, and a row's cell. */
const COLUMNS = [
  ['ratio', () => true, (row, section) => ratio(section, row).median.toFixed(2)],
  ['(quartiles)', () => true, (row, section) => range(ratio(section, row), 2)],
  ['wall ms', () => true, ({ walls }) => summary(walls).median.toFixed(1)],
  ['(quartiles)', () => true, ({ walls }) => range(summary(walls), 1)],
  ['rounds', () => true, ({ walls }) => String(walls.length)],
  ['cpu ms', ({ rows }) => has(rows, 'cpus'), ({ cpus }) => cpus && summary(cpus).median.toFixed(1)],
  [
    'MB/s',
    ({ bytes }) => bytes !== undefined,
    ({ walls }, { bytes }) => (bytes / summary(walls).median / 1e3).toFixed(0),
  ],
  ['ns/region', (section) => section.regions !== undefined, nanoseconds],
  ['reads', ({ rows }) => has(rows, 'reads'), ({ reads }) => reads?.toFixed(0)],
  ['system calls', ({ rows }) => has(rows, 'calls'), ({ calls }) => calls?.toFixed(0)],
  ['allocated MiB', ({ rows }) => has(rows, 'allocated'), ({ allocated }) => mebi(allocated)],
  ['peak MiB', ({ rows }) => has(rows, 'memory'), ({ memory }) => mebi(memory?.peak)],
  ['kept B/region', isKept, ({ memory }, { regions }) => memory && (memory.kept / regions).toFixed(1)],
  ['beside names', isKept, ({ memory }, { regions }) => memory && (memory.keptBesideNames / regions).toFixed(1)],
]

/** The heads of the table of goals. */
export const GOAL_HEADS = ['work', 'goal', 'measured', 'floor', 'verdict']

/**
 * A section as rows of cells, the heads first; a row that was not measured has its reason only.
 *
 * @param {import('./sections.js').Section} section
 * @returns {{ heads: string[], lines: { name: string, cells?: string[], remark?: string }[] }}
 */
export function cellsOf(section) {
  if (section.rows.some(({ points }) => points !== undefined)) return pointCells(section)
  const columns = COLUMNS.filter(([, isThere]) => isThere(section))
  const lines = section.rows.map((row) => {
    if (row.walls.length === 0) return { name: row.name, remark: row.skipped }
    return { name: row.name, cells: columns.map(([, , cell]) => cell(row, section) ?? ''), remark: row.remark }
  })
  return { heads: columns.map(([head]) => head), lines }
}

/**
 * A section as a table for people.
 *
 * @param {import('./sections.js').Section} section
 * @returns {string}
 */
export function sectionText(section) {
  const { heads, lines } = cellsOf(section)
  const rows = lines.map(({ name, cells, remark }) =>
    cells === undefined ? [name, { content: remark, colSpan: heads.length + 1 }] : [name, ...cells, remark ?? ''],
  )
  return `${section.title}\n\n${aligned(['', ...heads, ''], rows)}`
}

/**
 * The goals, each with what was measured.
 *
 * @param {readonly import('./goals.js').Goal[]} list
 * @returns {string}
 */
export function goalsText(list) {
  const rows = list.map(({ work, goal, measured, floor, verdict }) => [work, goal, measured, floor, verdict])
  return `Goals\n\n${aligned(
    GOAL_HEADS,
    rows,
    GOAL_HEADS.map(() => 'left'),
  )}`
}

function pointCells({ rows }) {
  const sizes = [...new Set(rows.flatMap(({ points }) => points.map(([size]) => size)))].sort((a, b) => a - b)
  const lines = rows.map(({ name, kind, points, skipped, failed }) => {
    if (points.length === 0) return { name, remark: skipped ?? failed }
    const found = new Map(points)
    return { name: `${name} (${kind})`, cells: sizes.map((size) => milliseconds(found.get(size))), remark: failed }
  })
  return { heads: sizes.map(String), lines }
}

function milliseconds(ms) {
  return ms === undefined ? '' : ms.toFixed(ms < 10 ? 2 : 0)
}

function nanoseconds({ walls }, { regions }) {
  return ((summary(walls).median * 1e6) / regions).toFixed(0)
}

function isKept({ rows }) {
  return rows.some(({ memory }) => memory?.kept !== undefined)
}

function has(rows, field) {
  return rows.some((row) => row[field] !== undefined)
}

function mebi(bytes) {
  if (bytes === undefined) return undefined
  return (bytes / MEBI).toFixed(bytes < 10 * MEBI ? 2 : 0)
}

function range({ from, to }, digits) {
  return `(${from.toFixed(digits)}–${to.toFixed(digits)})`
}

/** The first column to the left and the others to the right, unless it is said. */
function aligned(head, rows, aligns = head.map((_, i) => (i === 0 ? 'left' : 'right'))) {
  const style = { head: [], border: [], 'padding-left': 0, 'padding-right': 0 }
  const table = new Table({ head, colAligns: aligns, chars: { ...PLAIN, left: '  ', middle: '  ' }, style })
  table.push(...rows)
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
}
