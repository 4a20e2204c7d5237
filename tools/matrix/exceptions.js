const NEWLINE = /newline-(?:in-anon-name|in-header|in-name-line|raw)/
const TEXT_LINES = /^smaps\/(?:android-.*name|flags-none|unknown-field)/
const NO_SWAP = /^smaps\/(?:android-name-line|linux-2-6-(?:14|21|22|25)|names-like-counters|unknown-|wide-counters)/

/**
 * Where ours may differ from a tool, each with its cause. README.md names the same.
 *
 * @type {readonly { name: string, cause: string, is: (tool: import('./tools.js').Tool, words: readonly string[], input: string) => boolean }[]}
 */
export const EXCEPTIONS = [
  {
    name: 'newline-as-it-is',
    cause:
      'procps takes what stands behind a newline in a name, as old kernels and Android print it, for a line of its own',
    is: ({ program }, _, input) => program === 'procps' && NEWLINE.test(input),
  },
  {
    name: 'lines-that-are-no-counters',
    cause:
      'what pmap -X and busybox make of a line Name:, of a field that no kernel has, and of VmFlags without a flag',
    is: ({ program }, words, input) =>
      TEXT_LINES.test(input) &&
      (program === 'busybox' || (program === 'procps' && words.some((word) => /^-X/.test(word)))),
  },
  {
    name: 'toybox-without-swap',
    cause:
      'toybox -x ends a row when it has read Pss, Private_Dirty and Swap, and goes on with what memory held where one is missing',
    is: ({ program }, words, input) =>
      program === 'toybox' && words.some((word) => /^-.*x/.test(word)) && NO_SWAP.test(input),
  },
]
