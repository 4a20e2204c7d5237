import type { Fields } from './fields.js'
import { COLUMN_32, SPELLINGS, type Spelling } from './spelling.js'
import { isTight, NOT_SO, spells } from './spells.js'

/** What lines that are spelled as kernels spell them show of their text, beside the column of the names. */
export const UNNAMED = 1
export const NAMED = 2
/** An address with a zero in front. */
export const PADDED = 4

/** What is left when lines were changed on their way: the column of Linux shows all the same. */
const LINUX: readonly string[] = ['64bit', '32bit']

/** Least digits of an address on Linux. */
const DIGITS = 8

/** Tells which dialect a text is written in: one that spells every line of it so, as long as there is one. */
export class Choice {
  /** The dialects that spell every line so far as it is, the likeliest first. */
  #left: readonly string[]
  #hasShortAddress = false

  constructor(
    possible: readonly string[],
    /** The dialect that the text is read as. */
    public dialect: string,
  ) {
    this.#left = possible.filter((name) => named(name).sign !== 'none' || name === dialect)
  }

  /** How the dialect spaces lines. */
  get spelling(): Spelling {
    return named(this.dialect)
  }

  /**
   * Where the name of a line begins, or NOT_SO when the dialect does not spell the line so. The dialect becomes another one
   * where only that makes sense of this line and those before it; `seen` tells of the lines that were not brought here.
   */
  place(fields: Fields, seen: number): number {
    const { spelling } = this
    if (!isTight(fields)) return this.#odd()
    const digits = fields.startTo - fields.startFrom
    this.#hasShortAddress ||= digits < DIGITS
    // No address of a 32-bit kernel has more.
    const isWide = digits > DIGITS
    const possible = this.#left.filter(
      (name) =>
        agrees(named(name), spelling, seen) && (name === this.dialect || !isWide || named(name).column !== COLUMN_32),
    )
    // A name that begins with blanks is more likely one in another column.
    const exact = possible.filter((name) => spells(named(name), fields) === fields.nameFrom)
    const left = exact.length > 0 ? exact : possible.filter((name) => name === this.dialect && spelled(name, fields))
    const first = left.find((name) => this.#hasShortAddress || named(name).sign === undefined || name === this.dialect)
    if (first !== undefined) {
      this.#left = left
      if (!left.includes(this.dialect)) this.dialect = first
    }
    const nameFrom = spells(this.spelling, fields)
    return nameFrom === NOT_SO ? this.#odd() : nameFrom
  }

  /** What no dialect spells so was changed on its way, and shows little of where it came from. */
  #odd(): typeof NOT_SO {
    this.#left = this.#left.filter((name) => LINUX.includes(name))
    return NOT_SO
  }
}

function named(dialect: string): Spelling {
  return SPELLINGS[dialect] as Spelling
}

function spelled(dialect: string, fields: Fields): boolean {
  return spells(named(dialect), fields) !== NOT_SO
}

/** True when a dialect would have written what was seen as the other did, which writes as kernels do. */
function agrees(spelling: Spelling, { column }: Spelling, seen: number): boolean {
  if (seen === 0) return true
  if (spelling.offset !== 8 || spelling.device !== 2 || spelling.address > DIGITS) return false
  if ((seen & PADDED) !== 0 && spelling.address !== DIGITS) return false
  if ((seen & UNNAMED) !== 0 && (spelling.tail !== 1 || spelling.filled)) return false
  return (seen & NAMED) === 0 || spelling.column === column
}
