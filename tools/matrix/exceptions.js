import { withoutNewlines } from './excuse-newlines.js'
import { withoutSwap } from './excuse-swap.js'
import { withoutTextLines } from './excuse-text-lines.js'

/**
 * Where ours may differ from a tool, each with its cause. README.md names the same. `excuse` gives what is left of
 * both when the lines are taken away whose difference has that cause: it has to be equal.
 *
 * @type {readonly import('./exceptions.js').Exception[]}
 */
export const EXCEPTIONS = [
  {
    name: 'newline-as-it-is',
    cause:
      'procps takes what stands behind a newline in a name, as old kernels and Android print it, for a line of its own',
    excuse: withoutNewlines,
  },
  {
    name: 'lines-that-are-no-counters',
    cause:
      'what pmap -X and busybox make of a line Name:, of a field that no kernel has, and of VmFlags without a flag',
    excuse: withoutTextLines,
  },
  {
    name: 'toybox-without-swap',
    cause:
      'toybox -x ends a row when it has read Pss, Private_Dirty and Swap, and goes on with what memory held where one is missing',
    excuse: withoutSwap,
  },
]
