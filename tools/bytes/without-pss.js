/**
 * What pmap -X or -XX printed, but for Pss: a running pmap maps libraries itself, so that the kernel counts their pages as shared
 * by one process more than a moment later. Widths follow Pss, so runs of blanks and of `=` count as one.
 *
 * @param {string} text
 * @param {readonly string[]} words what pmap was called with
 * @returns {string}
 */
export function withoutPss(text, words) {
  const at = words.some((word) => word.startsWith('-XX')) ? 9 : 7
  return text
    .split('\n')
    .map((line) => {
      const cells = line
        .split(/ +/)
        .filter((cell) => cell !== '')
        .map((cell) => cell.replace(/^=+$/, '='))
      const isSum = cells.at(-1) === 'KB'
      const isRow = /^[0-9a-f]{8,16}$/.test(cells[0] ?? '') && cells.length > at
      if (isRow || isSum) cells[isSum ? at - 5 : at] = '#'
      return cells.join(' ')
    })
    .join('\n')
}
