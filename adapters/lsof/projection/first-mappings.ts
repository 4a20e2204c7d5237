/** Which files of a listing the rows of a view may be of. */
export interface MayBe {
  /** The rows of the listing that a row of the view may be of, in any order. */
  filesOf(row: number): readonly number[]
  /** True for a file that may first be mapped at a row, whatever that is called. */
  mayBegin(row: number, file: number): boolean
  /** Rows of other files that lsof may have taken for a row's file. */
  othersOf(row: number): readonly number[]
  /** True for a row of the view that need not be of a listed file. */
  isFree(row: number): boolean
}

/** Which row of a view is the first mapping of which listed file, as far as names and the order tell. */
export interface FirstMappings {
  /** The file that a row is the first mapping of. */
  readonly begins: ReadonlyMap<number, number>
  /** Files that no row is left for. */
  readonly unmapped: ReadonlySet<number>
  /** Rows that no listed file is left for. */
  readonly unlisted: readonly number[]
}

/** How often the files are gone through once more, without one that there is no row for. */
const MOST_ROUNDS = 24

/**
 * Finds the first mapping of each listed file, in the order of the list, each as low as it may be.
 *
 * lsof walks the mappings from the lowest and lists a file when it meets it first, so that first mappings ascend as the list does.
 * If there is a choice, the lowest row is as good as any: it leaves the most rows to the files that follow, and what lies above it
 * may be a later mapping of that file. `anywhere` are files that any row may be of.
 */
export function firstMappings(
  rows: number,
  files: readonly number[],
  mayBe: MayBe,
  anywhere: ReadonlySet<number>,
): FirstMappings {
  const unmapped = new Set<number>()
  for (let round = 0; ; round++) {
    const left = files.filter((file) => !unmapped.has(file))
    const found = walk(rows, left, mayBe, new Set([...anywhere, ...unmapped]))
    const without = left.slice(found.begins.size)
    const [first] = without
    if (first === undefined || round === MOST_ROUNDS) {
      return { ...found, unmapped: new Set([...unmapped, ...without]) }
    }
    unmapped.add(first)
  }
}

function walk(
  rows: number,
  files: readonly number[],
  mayBe: MayBe,
  met: Set<number>,
): Pick<FirstMappings, 'begins' | 'unlisted'> {
  const begins = new Map<number, number>()
  const unlisted: number[] = []
  for (let row = 0; row < rows; row++) {
    const may = mayBe.filesOf(row)
    const next = files[begins.size]
    if (next !== undefined && (may.includes(next) || mayBe.mayBegin(row, next))) {
      begins.set(row, next)
      met.add(next)
      continue
    }
    const isMet = (file: number): boolean => met.has(file)
    if (!mayBe.isFree(row) && !may.some(isMet) && !mayBe.othersOf(row).some(isMet)) unlisted.push(row)
  }
  return { begins, unlisted }
}
