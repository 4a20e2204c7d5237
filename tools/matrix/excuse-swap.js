import { addressOf, startOf, withoutSurplus } from './mappings.js'

const NEEDED = ['Pss', 'Private_Dirty', 'Swap']

/**
 * What is left of a text of toybox -x where smaps lacks what its rows end with: the rows of those mappings, what it prints behind
 * them on the same line, and the totals of their counters may differ; the sizes may not.
 *
 * @type {import('./exceptions.js').Exception['excuse']}
 */
export function withoutSwap({ program, words, mappings }, real, ours) {
  if (program !== 'toybox' || !words.some((word) => /^-.*x/.test(word))) return [real, ours]
  const lacking = mappings.filter(
    ({ lines }) => !NEEDED.every((name) => lines.some((line) => line.startsWith(`${name}:`))),
  )
  const starts = lacking.map(startOf)
  const rows = ours.lines.filter((line) => starts.includes(addressOf(line)))
  const rule = ours.lines.find((line) => /^-+(?: +-+)+$/.test(line))
  const isBroken = (line) => starts.includes(addressOf(line)) && isMadeOf(line, rows, rule)
  const joinsRule = real.lines.some((line) => isBroken(line) && line.endsWith(rule))
  const isTotal = (line, others) => /^total +\d/.test(line) && others.some((other) => sizeOf(other) === sizeOf(line))
  if (rows.length === 0) return [real, ours]
  return withoutSurplus(
    real,
    ours,
    (line) => isBroken(line) || isTotal(line, ours.lines),
    (line) => rows.includes(line) || (joinsRule && line === rule) || isTotal(line, real.lines),
  )
}

/** True for the address and size of one row after another, and then nothing, the rule above the total, or the rest of the last row. */
function isMadeOf(line, rows, rule) {
  let text = line
  let last
  for (const row of rows) {
    const head = /^\S+ +\d+ /.exec(row)?.[0]
    if (head === undefined || !text.startsWith(head)) continue
    text = text.slice(head.length)
    last = row
  }
  const tail = last?.replace(/^\S+(?: +\d+){4}/, '')
  return text === '' || text === rule || text.replace(/^(?: *\d+){3}/, '') === tail
}

/** The size, as it stands behind the word `total`. */
function sizeOf(line) {
  return /^total +(\d+)/.exec(line)?.[1]
}
