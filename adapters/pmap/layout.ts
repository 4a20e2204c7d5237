/** How the rows of a -X or -XX block are laid out, as its heading shows, or without one as its rows do. */
export interface Layout {
  readonly dialect: 'X' | 'XX'
  /** Names of the numbers after Inode, from Size on; undefined without a heading. */
  readonly names: readonly string[] | undefined
  /** How many numbers there are. */
  readonly count: number
  /** True when VmFlags stand after the numbers. */
  readonly hasFlags: boolean
  /** Blanks between the flags and the name: 1, but 2 before procps-ng 3.3.15. */
  gap: 1 | 2
  /** Where the last number ends, from the start of the line, in a row with no cell wider than its column. */
  readonly numbersEnd: number
  /** Where the flags end in such a row; 0 while it is not known. */
  flagsEnd: number
  /** Where the name begins in such a row; 0 without a heading. */
  readonly nameColumn: number
}

const FIRST = ['Address', 'Perm', 'Offset', 'Device', 'Inode', 'Size']
const COUNTER = /^[A-Z][A-Za-z0-9_]*$/

/** What -XX shows and -X does not. */
const HIDDEN: ReadonlySet<string> = new Set([
  'AnonHugePages',
  'KernelPageSize',
  'MMUPageSize',
  'Shared_Dirty',
  'Private_Dirty',
  'Shared_Clean',
  'Private_Clean',
])

/** The layout that a heading of -X or -XX shows, or undefined when the line is none. */
export function layoutOf(heading: string): Layout | undefined {
  const words = [...heading.matchAll(/[^ ]+/g)]
  const texts = words.map(([text]) => text)
  if (FIRST.some((text, place) => texts[place] !== text)) return undefined
  const last = texts.at(-1)
  const isGlued = last === 'VmFlagsMapping'
  if (last !== 'Mapping' && !isGlued) return undefined
  const hasFlags = isGlued || texts.at(-2) === 'VmFlags'
  const names = texts.slice(FIRST.length - 1, isGlued || !hasFlags ? -1 : -2)
  if (new Set(names).size !== names.length || !names.every((name) => COUNTER.test(name))) return undefined
  const lastNumber = words[FIRST.length - 2 + names.length] as RegExpExecArray
  const nameColumn = heading.length - 'Mapping'.length
  const gap = isGlued ? 2 : 1
  return {
    dialect: hasFlags || names.some((name) => HIDDEN.has(name)) ? 'XX' : 'X',
    names,
    count: names.length,
    hasFlags,
    gap,
    numbersEnd: lastNumber.index + (lastNumber[0] as string).length,
    flagsEnd: hasFlags ? nameColumn - gap : 0,
    nameColumn,
  }
}
