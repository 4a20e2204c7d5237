/** How many rows are gathered before they are handed on: as many as fit a processor's nearest cache. */
export const MOST_ROWS = 256

/** What a gathered row has of a file and a name. */
export const ANONYMOUS = 0
export const NAMED = 1
/** Device, inode and name of the row are those of the last one that is NAMED. */
export const SAME_FILE = 2

/** Rows of maps that were read one after the other, a line each, on their way to a table. */
export class MappingRows {
  count = 0
  /** As those of a table: start, end, offset and inode of each row. */
  readonly words: Uint32Array = new Uint32Array(MOST_ROWS * 8)
  readonly permsCodes: Uint8Array = new Uint8Array(MOST_ROWS)
  /** ANONYMOUS (device 0:0 and no name), NAMED or SAME_FILE. */
  readonly kinds: Uint8Array = new Uint8Array(MOST_ROWS)
  /** Said of NAMED rows alone. */
  readonly majors: Uint32Array = new Uint32Array(MOST_ROWS)
  readonly minors: Uint32Array = new Uint32Array(MOST_ROWS)
  /** Where the name of each row that is not ANONYMOUS begins in the text, and where it ends. */
  readonly nameFroms: Uint32Array = new Uint32Array(MOST_ROWS)
  readonly nameTos: Uint32Array = new Uint32Array(MOST_ROWS)
  /** Where in their bytes these rows end, and how many bytes there are behind them. */
  at = 0
  left = 0
}
