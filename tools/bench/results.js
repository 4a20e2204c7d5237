import { markdownTable } from 'markdown-table'
import { cellsOf, GOAL_HEADS } from './table.js'

/**
 * The whole run as Markdown: goals first, then the plot, then every table.
 *
 * @param {{ machine: Record<string, string | number>, sections: readonly import('./sections.js').Section[], goals: readonly import('./goals.js').Goal[], notes: string, isQuick: boolean }} run
 * @returns {string}
 */
export function resultsText({ machine, sections, goals, notes, isQuick }) {
  const parts = [
    '# Results',
    'Written by `npm run bench`; README.md says how to read the tables.',
    ...(isQuick ? ['**A quick run, of small inputs: it shows that everything runs, not how fast.**'] : []),
    table(
      ['', ''],
      Object.entries(machine).map(([name, value]) => [name, escaped(value)]),
      ['l', 'l'],
    ),
    '## Goals',
    table(
      GOAL_HEADS,
      goals.map(({ work, goal, measured, floor, verdict }) => [work, goal, measured, floor, verdict].map(escaped)),
      GOAL_HEADS.map(() => 'l'),
    ),
    ...(notes === '' ? [] : [notes.trim()]),
    ...(sections.some(({ name }) => name === 'cost') ? ['## Cost', '![cost by number of mappings](cost.svg)'] : []),
    ...sections.map((section) => `### ${section.name}\n\n${escaped(section.title)}\n\n${sectionTable(section)}`),
  ]
  return `${parts.join('\n\n')}\n`
}

function sectionTable(section) {
  const { heads, lines } = cellsOf(section)
  const rows = lines.map(({ name, cells, remark }) =>
    [name, ...(cells ?? heads.map(() => '')), remark ?? ''].map(escaped),
  )
  const withRemarks = rows.some((row) => row.at(-1) !== '')
  const all = [['', ...heads, ''], ...rows].map((row) => (withRemarks ? row : row.slice(0, -1)))
  return markdownTable(all, { align: ['l', ...heads.map(() => 'r'), 'l'].slice(0, all[0].length) })
}

function table(head, rows, align) {
  return markdownTable([head, ...rows], { align })
}

function escaped(text) {
  return String(text).replaceAll('|', '\\|').replaceAll('\n', ' ')
}
