import Table from 'cli-table3'

const NO_BORDERS = Object.fromEntries(
  'top top-mid top-left top-right bottom bottom-mid bottom-left bottom-right left left-mid mid mid-mid right right-mid'
    .split(' ')
    .map((part) => [part, '']),
)

/** Lines up the cells of a short table in columns two blanks apart, without borders; colour codes have no width. */
export function columns(rows: readonly (readonly string[])[], sides: readonly ('left' | 'right')[]): string[] {
  const table = new Table({
    chars: { ...NO_BORDERS, middle: '  ' },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: [...sides],
  })
  table.push(...rows.map((row) => [...row]))
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
}
