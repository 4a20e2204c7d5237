/** Options of a tool, up to one whose value people choose: a file, a user, a command, a host. */
const CHOSEN: Readonly<Record<string, RegExp>> = {
  lsof: /^(?:-[abCEhHjJlLMnNoOPQRStUvVwX\d]*[ADceikmu]|\+[Ddem])/,
  pmap: /^-[dknpqrVXx]*[CN]/,
}

/** Options of any tool: letters, each with a number or a word of the tool's own behind it, or a long one. */
const OPTIONS = /^[-+][A-Za-z0-9]+$|^--[a-z-]+$/

/** How many characters at the beginning of an argument of a tool stay as they are: its options, but no value that people choose. */
export function keptOfArgument(tool: string, word: string): number {
  const head = CHOSEN[tool]?.exec(word) ?? /^--[a-z-]+=/.exec(word)
  return head?.[0].length ?? (OPTIONS.test(word) ? word.length : 0)
}
