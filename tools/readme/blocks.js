/**
 * A command that a Markdown page shows, and what stands below it.
 *
 * @typedef {object} Shown
 * @property {string} command a line for bash, or several that backslashes join
 * @property {string} output without its last newline
 * @property {number} from line of the page, from 0, on which the output begins
 * @property {number} to line after the output's last // exclusive
 */

/**
 * The commands of a page, in its order: every line `$ COMMAND` in a fence of the language `console`.
 *
 * @param {string} page
 * @returns {Shown[]}
 */
export function shownCommands(page) {
  const lines = page.split('\n')
  const shown = []
  let inside = false
  for (let at = 0; at < lines.length; at++) {
    if (lines[at].startsWith('```')) {
      inside = lines[at] === '```console'
      continue
    }
    if (!inside || !lines[at].startsWith('$ ')) continue
    const command = [lines[at].slice(2)]
    while (lines[at].endsWith('\\')) command.push(lines[++at])
    const from = at + 1
    let to = from
    while (!lines[to].startsWith('```') && !lines[to].startsWith('$ ')) to++
    shown.push({ command: command.join('\n'), output: lines.slice(from, to).join('\n'), from, to })
    at = to - 1
  }
  return shown
}

/**
 * What an output looks like on any machine: numbers, sizes and addresses as `#`, runs of blanks as one.
 *
 * @param {string} output
 * @returns {string}
 */
export function shape(output) {
  return output
    .replace(/\b(?=[0-9a-f]*\d)[0-9a-f]{4,16}\b/g, '#')
    .replace(/\d(?:[\d.,:]*\d)?(?: ?(?:[KMGT]i)?B\b)?/g, '#')
    .replace(/#[\w.+-]*/g, '#')
    .replace(/ +/g, ' ')
    .replace(/ $/gm, '')
}

/**
 * True when an output is what the page shows: of the same shape, with a line `…` for any lines. Of the shell's own process,
 * `$$`, which is another on every machine, the last line alone counts.
 *
 * @param {{ readonly command: string, readonly output: string }} shown
 * @param {string} output
 * @returns {boolean}
 */
export function looksLike(shown, output) {
  return shown.command.includes('$$')
    ? matches(lastLine(shown.output), lastLine(output))
    : matches(shown.output, output)
}

function lastLine(text) {
  return text.slice(text.lastIndexOf('\n') + 1)
}

function matches(shown, output) {
  const source = shape(shown)
    .split('\n')
    .map((line) => (line === '…' ? '(?:.*\\n)*' : `${line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\n`))
    .join('')
  return new RegExp(`^${source}$`).test(`${shape(output)}\n`)
}
