import { isSmapsField } from '../../../src/kernel/smaps-fields.js'
import { HIDDEN_COUNTERS } from './hidden-counters.js'

/** How the rows of a -X, -XX or -c block are laid out, as its heading shows, or without one as its rows do. */
export interface Layout {
  readonly dialect: 'X' | 'XX' | 'X-3.3.4'
  /** Which of the columns between Address and the numbers there are; an rc file may leave any of them out. */
  readonly hasPerms: boolean
  readonly hasOffset: boolean
  readonly hasDevice: boolean
  readonly hasInode: boolean
  /** Names of the numbers, which stand after those columns; undefined without a heading. */
  readonly names: readonly string[] | undefined
  /** How many numbers there are. */
  readonly count: number
  /** Which of the numbers is Size; −1 for none. */
  readonly sizeAt: number
  /** True when VmFlags stand after the numbers. */
  readonly hasFlags: boolean
  /** True when the name is the last column. */
  readonly hasName: boolean
  /** Blanks between the flags and the name: 1, but 2 before procps-ng 3.3.15. */
  gap: 1 | 2
  /** Where the last number ends, from the start of the line, in a row with no cell wider than its column. */
  readonly numbersEnd: number
  /** Where the flags end in such a row; 0 while it is not known. */
  flagsEnd: number
  /** Where the name begins in such a row; 0 without a heading. */
  readonly nameColumn: number
}

const COUNTER = /^[A-Z][A-Za-z0-9_]*$/

/** What stands before the numbers; procps-ng 3.3.4 to 3.3.6 say Flags for Perm. */
const FIXED = ['Perm', 'Flags', 'Offset', 'Device', 'Inode'] as const

/** What only the narrow modes have, ours and other programs', whose headings begin alike. */
const NARROW: ReadonlySet<string> = new Set(['Kbytes', 'Mode', 'RSS', 'PSS', 'Mapping'])

/** The layout that a heading of -X, -XX or -c shows, or undefined when the line is none. */
export function layoutOf(heading: string): Layout | undefined {
  const words = [...heading.matchAll(/[^ ]+/g)]
  const texts = words.map(([text]) => text)
  if (texts.shift() !== 'Address') return undefined
  const last = texts.at(-1)
  const isGlued = last === 'VmFlagsMapping'
  const isOld = last === 'Description'
  const hasName = isGlued || isOld || last === 'Mapping'
  if (hasName) texts.pop()
  const hasFlags = isGlued || texts.at(-1) === 'VmFlags'
  if (hasFlags && !isGlued) texts.pop()
  const fixed = FIXED.filter((word) => texts[0] === word && texts.shift())
  if (fixed.includes('Flags') !== isOld || new Set(texts).size !== texts.length) return undefined
  if (!texts.every((name) => COUNTER.test(name) && !NARROW.has(name))) return undefined
  // Other tables begin with an address, too.
  const isTold = fixed.length > 0 || hasFlags || hasName || texts.some(isSmapsField)
  if (!isTold && !(texts.length === 0 && heading.endsWith('Address '))) return undefined
  const before = words[fixed.length + texts.length] as RegExpExecArray
  const nameColumn = heading.length - (last as string)?.length + (isGlued ? 'VmFlags'.length : 0)
  const gap = isGlued ? 2 : 1
  return {
    dialect: isOld ? 'X-3.3.4' : hasFlags || texts.some((name) => HIDDEN_COUNTERS.has(name)) ? 'XX' : 'X',
    hasPerms: fixed.includes('Perm') || isOld,
    hasOffset: fixed.includes('Offset'),
    hasDevice: fixed.includes('Device'),
    hasInode: fixed.includes('Inode'),
    names: texts,
    count: texts.length,
    sizeAt: texts.indexOf('Size'),
    hasFlags,
    hasName,
    gap,
    numbersEnd: before.index + (before[0] as string).length,
    flagsEnd: hasFlags ? (hasName ? nameColumn - gap : heading.trimEnd().length) : 0,
    nameColumn: hasName ? nameColumn : 0,
  }
}
