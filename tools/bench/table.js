import { ratio, summary } from './statistics.js'

const MEBI = 1 << 20

/**
 * A section as a table for people.
 *
 * @param {import('./sections.js').Section} section
 * @returns {string}
 */
export function sectionText(section) {
  const { title, bytes, regions, rows } = section
  const withCpu = rows.some(({ cpus }) => cpus !== undefined)
  const withMemory = rows.some(({ memory }) => memory !== undefined)
  const heads = ['', 'ratio', '(quartiles)', 'wall ms', '(quartiles)']
  if (withCpu) heads.push('cpu ms')
  if (bytes !== undefined) heads.push('MB/s')
  if (regions !== undefined) heads.push('ns/region')
  if (withMemory) heads.push('peak MiB', 'kept B/region', 'beside names')
  const lines = rows.map((row) => {
    if (row.walls.length === 0) return [row.name, row.skipped]
    const times = ratio(section, row)
    const wall = summary(row.walls)
    const cells = [row.name, times.median.toFixed(2), range(times, 2), wall.median.toFixed(1), range(wall, 1)]
    if (withCpu) cells.push(summary(row.cpus).median.toFixed(1))
    if (bytes !== undefined) cells.push((bytes / wall.median / 1e3).toFixed(0))
    if (regions !== undefined) cells.push(((wall.median * 1e6) / regions).toFixed(0))
    if (withMemory) cells.push(...memoryCells(row.memory, regions))
    if (row.skipped !== undefined) cells.push(`(${row.skipped})`)
    return cells
  })
  return `${title}\n\n${aligned([heads, ...lines])}`
}

/**
 * The goals, each with what was measured.
 *
 * @param {ReturnType<typeof import('./goals.js').goals>} list
 * @returns {string}
 */
export function goalsText(list) {
  return `Goals\n\n${aligned(list.map(({ goal, measured, met }) => [goal, measured, met ? 'met' : 'MISSED']))}`
}

function memoryCells({ peak, kept, keptBesideNames }, regions) {
  return [(peak / MEBI).toFixed(0), (kept / regions).toFixed(1), (keptBesideNames / regions).toFixed(1)]
}

function range({ from, to }, digits) {
  return `(${from.toFixed(digits)}–${to.toFixed(digits)})`
}

/** Columns with two blanks between them, the first to the left and the others to the right. */
function aligned(lines) {
  const widths = []
  for (const line of lines) {
    // A remark in place of the numbers takes no part in their widths.
    if (line.length < lines[0].length) widths[0] = Math.max(widths[0] ?? 0, line[0].length)
    else
      for (const [i, cell] of line.slice(0, lines[0].length).entries())
        widths[i] = Math.max(widths[i] ?? 0, cell.length)
  }
  const text = (line) =>
    line.map((cell, i) =>
      i === 0 ? cell.padEnd(widths[0]) : cell.padStart(line.length < lines[0].length ? 0 : (widths[i] ?? 0)),
    )
  return lines.map((line) => `  ${text(line).join('  ')}`.trimEnd()).join('\n')
}
