/** What the rows of a -X, -XX or -c block show together of its columns, where no heading does. */
export interface QuietColumns {
  /** True when the last column is the name. */
  readonly hasName: boolean
  /** True when the first number can be Size, in every row. */
  readonly hasSize: boolean
  /** True when an rc file chose the columns, as far as can be seen, and nothing says which. */
  readonly isUnsure: boolean
}

const ROW = /^ *([0-9a-f]{8,16}) +\S{4} +[0-9a-f]+ +[0-9a-f]+:[0-9a-f]+ +\d+((?: +\d+)+)(?= |$)(.*)$/
const FLAGS = /^ +[a-z]{2}(?: [a-z]{2})*$/

/** Numbers up to this may be keys of protection, which are no sizes. */
const LAST_KEY = 15

/** Looks at all rows of a block without a heading. */
export function quietColumns(lines: Iterable<string>): QuietColumns {
  let hasNumbersLast = true
  let hasFlagsLast = true
  let hasMayRead = false
  let hasSize = true
  let fewest = Number.POSITIVE_INFINITY
  let most = 0
  let start = Number.NaN
  let size = 0
  for (const line of lines) {
    const row = ROW.exec(line)
    if (row === null) continue
    const [, address, cells, rest] = row as unknown as [string, string, string, string]
    const numbers = cells.trim().split(/ +/).map(Number)
    fewest = Math.min(fewest, numbers.length)
    most = Math.max(most, numbers.length)
    if (rest !== '') hasNumbersLast = false
    if (!FLAGS.test(rest)) hasFlagsLast = false
    if (/ mr(?: |$)/.test(rest)) hasMayRead = true
    // Multiples of a page are exact as doubles, however large.
    const next = Number.parseInt(address, 16)
    if (next > start && start + size * 1024 > next) hasSize = false
    start = next
    size = numbers[0] as number
    if (size === 0 || size % 4 !== 0) hasSize = false
    // A name of digits is no number: only as many are compared as the row with the fewest has.
    if (numbers.slice(1, fewest).some((number) => number > size && number > LAST_KEY)) hasSize = false
  }
  // Memory without a name has one cell less where names are shown.
  const isNameless = (hasNumbersLast && fewest === most) || (hasFlagsLast && hasMayRead)
  return { hasName: !isNameless, hasSize, isUnsure: isNameless || !hasSize }
}
