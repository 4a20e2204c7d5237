const BLANK = 0x20

/**
 * How many bytes each of the first `count` cells of a row takes, the blanks in front of it included, where `least`, what was
 * seen of the rows above, is not smaller: a number wider than its column takes more.
 */
export function leastCells(
  least: readonly number[] | undefined,
  bytes: Uint8Array,
  from: number,
  to: number,
  count: number,
): number[] {
  const cells: number[] = []
  let at = from
  for (let place = 0; place < count; place++) {
    const begin = at
    while (at < to && bytes[at] === BLANK) at += 1
    while (at < to && bytes[at] !== BLANK) at += 1
    cells.push(Math.min(at - begin, least?.[place] ?? Number.POSITIVE_INFINITY))
  }
  return cells
}
