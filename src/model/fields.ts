/** The fields of a region that a dialect can say, in the order in which they are told. */
export const FIELD_NAMES = [
  'start',
  'end',
  'perms',
  'offset',
  'device',
  'inode',
  'pathname',
  'counters',
  'vmFlags',
  'file',
  'extra',
] as const

/** A field of a region that a dialect can say. `size` is never one: it is end − start. */
export type FieldName = (typeof FIELD_NAMES)[number]

/** The four 64-bit columns of a table, by their place in it. */
export const START = 0
export const END = 1
export const OFFSET = 2
export const INODE = 3

/** One of the 64-bit columns: START, END, OFFSET or INODE. */
export type U64Field = 0 | 1 | 2 | 3

/** The bit of each field in a row's presence mask: the source said this field for this row. */
export const HAS_START: number = 1 << START
export const HAS_END: number = 1 << END
export const HAS_OFFSET: number = 1 << OFFSET
export const HAS_INODE: number = 1 << INODE
export const HAS_PERMS: number = 1 << 4
export const HAS_DEVICE: number = 1 << 5
export const HAS_PATHNAME: number = 1 << 6
export const HAS_VM_FLAGS: number = 1 << 7
/** The bits of what `mapping` sets. */
export const HAS_MAPPING: number = HAS_START | HAS_END | HAS_OFFSET | HAS_INODE | HAS_PERMS
