/** How a producer of maps spaces its lines: the least digits of each number, and the blanks around a name. */
export interface Spelling {
  /** Least digits of start and end. */
  readonly address: number
  /** Least digits of the offset. */
  readonly offset: number
  /** Least digits of a device's major and minor; 0 for lines without device and inode. */
  readonly device: number
  /** Where names begin, 0-based in bytes; 0 where they stand `gap` blanks behind what comes before. */
  readonly column: number
  /** Least number of blanks before a name. */
  readonly gap: number
  /** The same for a name in brackets, where it differs. */
  readonly bracketGap?: number
  /** Least number of blanks at the end of a line without a name. */
  readonly tail: number
  /** True where blanks fill a line without a name up to the column. */
  readonly filled?: true
  /**
   * What a text must show before it is taken for this one, where kernel's text that was pasted looks the same: an address of
   * less than eight digits, or nothing that it could show, so that somebody has to say it.
   */
  readonly sign?: 'short-address' | 'none'
  /** True where a newline in a name stands as it is, so that the name goes on in the next line. */
  readonly raw?: true
  /** True for words of perms that no Linux prints: `===p` of reserved memory, `rw-g` of a guard page. */
  readonly windows?: true
}

/** Where the name begins on a 64-bit kernel, 0-based in bytes: 25 + 6 × sizeof(void *). */
export const COLUMN_64 = 73

/** Where the name begins on a 32-bit kernel. */
export const COLUMN_32 = 49

/** `show_map_vma` of Linux: the same bytes from 2.6.9 to 7.3, save for the column. */
const KERNEL: Spelling = { address: 8, offset: 8, device: 2, column: COLUMN_64, gap: 2, tail: 1 }

/** Every spelling, by the dialect that it is of; where several print the same bytes, the first is meant. */
export const SPELLINGS: Readonly<Record<string, Spelling>> = {
  '64bit': KERNEL,
  '32bit': { ...KERNEL, column: COLUMN_32 },
  raw: { ...KERNEL, raw: true, sign: 'none' },
  'raw-32bit': { ...KERNEL, column: COLUMN_32, raw: true, sign: 'none' },
  wsl1: { ...KERNEL, column: 65 },
  gvisor: { ...KERNEL, gap: 1 },
  'qemu-user': { ...KERNEL, address: 1, gap: 1, tail: 0, sign: 'short-address' },
  'qemu-user-7': { ...KERNEL, address: 1, gap: 1, tail: 0, filled: true },
  asterinas: { ...KERNEL, address: 1 },
  linprocfs: { ...KERNEL, address: 16, column: 0, gap: 5, bracketGap: 11 },
  netbsd: { ...KERNEL, address: 16, offset: 16, column: 0, gap: 5, tail: 5 },
  lx: { ...KERNEL, column: 0, gap: 1, tail: 0, sign: 'none' },
  cygwin: { ...KERNEL, device: 4, column: 62, gap: 3, tail: 3, filled: true, windows: true },
  moss: { address: 1, offset: 10, device: 0, column: 0, gap: 20, tail: 20 },
}

const OPENING = 0x5b

/** Where a name with that first byte begins in a line that is `size` bytes long before its blanks. */
export function nameColumn(spelling: Spelling, size: number, first: number): number {
  const gap = first === OPENING ? (spelling.bracketGap ?? spelling.gap) : spelling.gap
  return Math.max(spelling.column, size + gap)
}

/** How long a line without a name is that is `size` bytes long before its blanks. */
export function unnamedSize({ column, tail, filled }: Spelling, size: number): number {
  return filled ? Math.max(column, size + tail) : size + tail
}

/** The spelling of a dialect; that of 64-bit kernels for a view that another adapter read. */
export function spellingOf(dialect: string): Spelling {
  return SPELLINGS[dialect] ?? KERNEL
}

/** True for a spelling that differs from that of 64-bit kernels in the column alone, if at all. */
export function isKernels({ address, offset, device, gap, tail, filled, raw }: Spelling): boolean {
  const { address: a, offset: o, device: d, gap: g, tail: t } = KERNEL
  return address === a && offset === o && device === d && gap === g && tail === t && !filled && !raw
}
