import { endsAtFirst } from './ends-at-first.js'
import { addressOf, startOf, withoutSurplus } from './mappings.js'

/** Fields without a unit that kernels have. */
const WITHOUT_UNIT = ['THPeligible', 'ProtectionKey']

/**
 * What is left of a text where smaps has lines that are no counters: busybox's row of a `Name:`, procps's column of a field that no
 * kernel has, and all that pmap -X does not print behind `VmFlags:` without a flag may differ.
 *
 * @type {import('./exceptions.js').Exception['excuse']}
 */
export function withoutTextLines({ program, words, mappings }, real, ours) {
  if (program === 'busybox') return withoutNames(mappings, real, ours)
  if (program !== 'procps' || !words.some((word) => word.startsWith('-X'))) return [real, ours]
  const unflagged = mappings.filter(({ lines }) => lines.some((line) => /^VmFlags: *$/.test(line)))
  if (unflagged.length > 0) return endsAtFirst(unflagged, mappings, real, ours)
  const fields = mappings.flatMap(({ lines }) => lines.flatMap((line) => /^(\w+): +\d+$/.exec(line)?.[1] ?? []))
  const unknown = [...new Set(fields)].filter((name) => !WITHOUT_UNIT.includes(name))
  return [{ ...real, lines: unknown.reduce(withoutColumn, real.lines) }, ours]
}

/** The lines of a table without a column, which is as wide as its heading. */
function withoutColumn(lines, name) {
  const heading = lines.findIndex((line) => line.includes(` ${name} `))
  if (heading < 0) return lines
  const from = lines[heading].indexOf(` ${name} `)
  return lines.map((line, at) => (at < heading ? line : line.slice(0, from) + line.slice(from + name.length + 1)))
}

function withoutNames(mappings, real, ours) {
  const named = mappings.flatMap((mapping) => {
    const name = mapping.lines.flatMap((line) => /^Name: +(.*-.*)$/.exec(line)?.[1] ?? []).at(-1)
    return name === undefined ? [] : [{ start: startOf(mapping), ends: endsOf(name) }]
  })
  const isRow = (line) =>
    addressOf(line) !== undefined && named.some(({ ends }) => ends.some((end) => line.endsWith(end)))
  const rows = real.lines.filter((line) => isRow(line) && !/ [-r][-w][-x][ps] /.test(line))
  if (rows.length === 0) return [real, ours]
  const isNamed = (line) => named.some(({ start }) => start === addressOf(line))
  // What it took for rows is in its total.
  const more = rows.reduce((sum, line) => sum + numbersOf(line.slice(16))[0], 0n)
  const isTotal = (line, others, sign) =>
    others.some((other) => isSumOf(line) && isSumOf(other) && isMore(numbersOf(line), numbersOf(other), sign * more))
  return withoutSurplus(
    real,
    ours,
    (line) => rows.includes(line) || isNamed(line) || isTotal(line, ours.lines, 1n),
    (line) => isNamed(line) || isTotal(line, real.lines, -1n),
  )
}

/** How a row ends that busybox makes of a name: at the first blank before 1.38, and the hyphen became one. */
function endsOf(name) {
  const read = name.replace('-', ' ')
  return [` ${read}`, ` ${read.split(' ')[0]}`]
}

function isSumOf(line) {
  return /^ ?(?:total|mapped:)/.test(line)
}

/** True where only the first numbers differ, by that much. */
function isMore([first, ...rest], [other, ...others], more) {
  return first === other + more && rest.join() === others.join()
}

function numbersOf(line) {
  return (line.match(/\d+/g) ?? []).map(BigInt)
}
