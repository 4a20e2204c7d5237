// What a text of maps or smaps is made of, line by line, as the tools see it: nothing is known of newlines in names.

const HEADER = /^[0-9a-f]+-[0-9a-f]+ [-r]/
const COUNTER = /^[A-Z]\w*:/

/**
 * The mappings of a text, each with the lines that follow its first.
 *
 * @param {Uint8Array} text
 * @returns {{ header: string, lines: string[] }[]}
 */
export function mappingsOf(text) {
  const mappings = []
  const lines = linesOf(text)
  if (lines.at(-1) === '') lines.pop()
  for (const line of lines) {
    if (HEADER.test(line)) mappings.push({ header: line, lines: [] })
    else mappings.at(-1)?.lines.push(line)
  }
  return mappings
}

/**
 * The lines of a text; the last is empty where a newline ends it.
 *
 * @param {Uint8Array} text
 * @returns {string[]}
 */
export function linesOf(text) {
  return Buffer.from(text).toString('latin1').split('\n')
}

/**
 * Where a mapping starts.
 *
 * @param {{ header: string }} mapping
 * @returns {bigint}
 */
export function startOf({ header }) {
  return BigInt(`0x${header.split('-')[0]}`)
}

/**
 * The address that a line of pmap begins with, if it begins with one.
 *
 * @param {string} line
 * @returns {bigint | undefined}
 */
export function addressOf(line) {
  const [, address] = /^ *([0-9a-f]{8,16}) /.exec(line) ?? []
  return address === undefined ? undefined : BigInt(`0x${address}`)
}

/**
 * The lines of a mapping that are no counters: what stands behind a newline in its name.
 *
 * @param {{ lines: readonly string[] }} mapping
 * @returns {string[]}
 */
export function piecesOf({ lines }) {
  return lines.filter((line) => !COUNTER.test(line))
}

/**
 * What both printed without the lines that one has more often than the other, where they are excused.
 *
 * @param {import('./exceptions.js').Printed} real
 * @param {import('./exceptions.js').Printed} ours
 * @param {(line: string) => boolean} isExcused a line of the tool's
 * @param {(line: string) => boolean} isMissing a line of ours
 * @returns {[import('./exceptions.js').Printed, import('./exceptions.js').Printed]}
 */
export function withoutSurplus(real, ours, isExcused, isMissing) {
  return [
    { ...real, lines: dropped(real.lines, ours.lines, isExcused) },
    { ...ours, lines: dropped(ours.lines, real.lines, isMissing) },
  ]
}

function dropped(lines, others, isExcused) {
  const left = [...others]
  return lines.filter((line) => {
    const at = left.indexOf(line)
    if (at >= 0) left.splice(at, 1)
    return at >= 0 || !isExcused(line)
  })
}
