import { isSmapsField } from '../../../src/kernel/smaps-fields.js'
import { type Layout, layoutOf } from '../procps/wide-layout.js'
import { otherSystem } from '../systems.js'

/** Where the kernel’s words begin: other programs have a Size as well, but not what every kernel says next. */
const SIZE = / Size +(?:KernelPageSize|Rss) /

const FIRST_TITLES = 'Address Perm Offset Device Inode'

/** True for what can only be the titles of -x or -d in another language: words in columns, and none of ours at the beginning. */
export function isTranslatedTitles(line: string): boolean {
  if (/[\d\t]/.test(line) || /^(?: |Address |START )/.test(line)) return false
  if (otherSystem(line) !== undefined) return false
  const words = line.match(/[^ ]+/g)?.length ?? 0
  const columns = line.match(/[^ ] {2,}(?=[^ ])/g)?.length ?? 0
  // Long titles leave one blank between them, as in a sentence; those are of languages with more than ASCII.
  return words >= 5 && (columns >= 2 || /[^ -~]/.test(line))
}

/** The layout that a heading of -X or -XX shows where only the counters, which are the kernel's words, are in English. */
export function translatedLayout(line: string): Layout | undefined {
  const size = line.search(SIZE) + 1
  if (size === 0 || /[\d\t]/.test(line.slice(0, size))) return undefined
  const counters = [...line.slice(size).matchAll(/[^ ]+/g)]
  const last = counters.findLast(([word]) => isSmapsField(word) || word.startsWith('VmFlags'))
  if (last === undefined) return undefined
  const word = last[0].startsWith('VmFlags') ? 'VmFlags' : last[0]
  // Up to 3.3.14 no blank stood between VmFlags and the title of the names.
  const gap = word.length < last[0].length ? '' : ' '
  const english = line.slice(size, size + last.index + word.length)
  return layoutOf(`${FIRST_TITLES.padStart(size - 1)} ${english}${gap}Mapping`)
}
