const SELECT = ['-nP', '-a', '-d', 'mem,txt,DEL', '-p']
const PMAP = [[], ['-x'], ['-d'], ['-X'], ['-XX'], ['-p'], ['-q'], ['-xp'], ['-dp'], ['-Xq'], ['-XXp']]

/**
 * Every way in which the tools are run; the pid comes behind these words.
 *
 * @type {readonly { tool: 'lsof' | 'pmap', words: readonly string[] }[]}
 */
export const MODES = [
  { tool: 'lsof', words: SELECT },
  { tool: 'lsof', words: ['-F0', ...SELECT] },
  ...PMAP.map((words) => ({ tool: 'pmap', words })),
]

/**
 * A mode as people write it.
 *
 * @param {{ tool: string, words: readonly string[] }} mode
 * @returns {string}
 */
export function nameOf({ tool, words }) {
  return [tool, ...words].join(' ')
}

/**
 * True for a mode that shows how much is shared: a running tool maps libraries itself, which changes what it reports.
 *
 * @param {{ words: readonly string[] }} mode
 * @returns {boolean}
 */
export function showsSharing({ words }) {
  return words.some((word) => word.startsWith('-X'))
}
