import { stripVTControlCharacters } from 'node:util'

/** Lines up cells in columns two blanks apart, without borders; widths are counted without colour codes. */
export function columns(rows: readonly (readonly string[])[], sides: readonly ('left' | 'right')[]): string[] {
  const widths = sides.map((_, i) => Math.max(...rows.map((row) => visible(row[i] ?? ''))))
  return rows.map((row) =>
    row
      .map((cell, i) => {
        const gap = ' '.repeat((widths[i] as number) - visible(cell))
        return sides[i] === 'right' ? gap + cell : cell + gap
      })
      .join('  ')
      .trimEnd(),
  )
}

function visible(cell: string): number {
  return stripVTControlCharacters(cell).length
}
