/**
 * What pmap -X or -XX printed with `words`, but for Pss, Pss_Dirty, and what is shared or private: a running pmap maps libraries
 * itself, so that the kernel counts their pages as shared by one process more than a moment later. Widths follow them, so runs of blanks and of `=` count as one.
 */
export function withoutSharing(text: string, words: readonly string[]): string {
  const [from, to] = words.some((word) => word.startsWith('-XX')) ? [9, 15] : [7, 9]
  return text
    .split('\n')
    .map((line) => {
      const cells = line
        .split(/ +/)
        .filter((cell) => cell !== '')
        .map((cell) => cell.replace(/^=+$/, '='))
      const isSum = cells.at(-1) === 'KB'
      const isRow = /^[0-9a-f]{8,16}$/.test(cells[0] ?? '') && cells.length > to
      if (isRow || isSum) cells.fill('#', isSum ? from - 5 : from, isSum ? to - 5 : to)
      return cells.join(' ')
    })
    .join('\n')
}
