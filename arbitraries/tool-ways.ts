/** A version of a tool, and options that it is called with: without the words that name processes. */
export interface ToolWay {
  /** As `--as` takes it: `4.95.0`, `busybox-1.38.0`; also `suse-3.2.7` and `opensuse-3.3.12`, which nobody imitates. */
  readonly version: string
  /** `-A` stands for a range of addresses, and `-C` for a file of settings, which are made up. */
  readonly words: readonly string[]
}

/** The letters of `-F` that are asked for: each time the size is among them, without which a note is not told from a name. */
const FIELDS = ['-F', '-F0', '-FpcuLftDsin', '-F0pcuLftDsin', '-FpcuLRgfaltdDrsikn', '-F0pcuLRgfaltdDrsikn']

/** The table, and with columns and notes more or less. */
const TABLE = ['', '+L', '-l', '-R -g +c 0', '-s +c 4', '-w', '-K', '-K -w -g']

const LSOF_WAYS = [...TABLE, ...FIELDS, '-F -K', '-F0 -K', '-F0 -w']

const LSOF: readonly ToolWay[] = [
  ...ways(['4.99.7'], [...LSOF_WAYS, '-J', '-j', '-J -FpcftDsin', '-j -FpfDsin', '-J -K', '-j -K']),
  ...ways(['4.99.4', '4.99.0', '4.98.0', '4.96.0', '4.95.0', '4.93.2'], LSOF_WAYS),
]

/** Without titles no range: what is left of the rows may be too little to tell the columns by. */
const WIDE = [...and(['-X', '-XX'], '-p', '-A'), ...and(['-X -q', '-XX -q', '-C'], '-p')]

const NARROW = ['', '-x', '-d']

const PMAP: readonly ToolWay[] = [
  ...ways(['4.0.7', '4.0.6'], [...and(NARROW, '-p', '-q', '-A', '-k'), ...and(WIDE, '-k')]),
  ...ways(['4.0.5', '4.0.4', '4.0.2', '3.3.17', '3.3.12', '3.3.7'], [...and(NARROW, '-p', '-q', '-A'), ...WIDE]),
  ...ways(['3.2.8'], and(NARROW, '-q', '-A')),
  ...ways(['busybox-1.38.0', 'busybox-1.30.1'], and(['', '-x'], '-q')),
  ...ways(['toybox-0.8.9'], and(['', '-x'], '-p', '-q')),
  // Known from what people published alone: the program that calls itself procps 3.2.7, and openSUSE's patch of procps-ng.
  ...ways(['suse-3.2.7'], ['', '-d']),
  ...ways(['opensuse-3.3.12'], ['']),
]

/** By tool, the versions and the ways of calling them whose texts can be read alone, the newest and plainest first. */
export const toolWays: Readonly<Record<'lsof' | 'pmap', readonly ToolWay[]>> = { lsof: LSOF, pmap: PMAP }

function ways(versions: readonly string[], options: readonly string[]): readonly ToolWay[] {
  return versions.flatMap((version) =>
    options.map((text) => ({ version, words: text.split(' ').filter((word) => word !== '') })),
  )
}

/** The options, and the same with every choice of more behind them. */
function and(options: readonly string[], ...more: readonly string[]): readonly string[] {
  return more.reduce((list, word) => list.concat(list.map((text) => `${text} ${word}`)), options)
}
