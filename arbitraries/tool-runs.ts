import fc from 'fast-check'
import { compareVersions } from '../src/model/version.js'
import type { KernelChoice } from './choice.js'
import { oneOf } from './one-of.js'
import { type Process, processes } from './processes.js'

/** A run of lsof or pmap on processes, without the words that name them. */
export interface ToolRun {
  /** As `--as` takes it: `4.95.0`, `busybox-1.38.0`. */
  readonly version: string
  readonly words: readonly string[]
  readonly locale: 'C' | 'UTF-8'
}

/** A version, and the ways in which it is called. */
type Ways = readonly [version: string, ...words: string[]]

/** The letters of `-F` that are asked for: each time the size is among them, without which a note is not told from a name. */
const FIELDS = ['-F', '-F0', '-FpcuLftDsin', '-F0pcuLftDsin', '-FpcuLRgfaltdDrsikn', '-F0pcuLRgfaltdDrsikn']

const LSOF: readonly Ways[] = [
  ['4.99.7', '', '-F', '-F0', '-J', '-j', '-J -FpcftDsin', '-j -FpfDsin', '+L', '-R -g +c 0'],
  ...['4.99.4', '4.98.0', '4.96.0', '4.95.0', '4.93.2'].map(
    (version): Ways => [version, '', '+L', '-l', '-R -g +c 0', ...FIELDS],
  ),
]

const NARROW = ['', '-x', '-d', '-p', '-q', '-x -p -q', '-d -q']

/** Without -q: nothing tells the columns of -X apart then, and of -XX the name from the flags. */
const WIDE = ['-X', '-XX', '-X -p', '-XX -p']

const PMAP: readonly Ways[] = [
  ['4.0.7', ...NARROW, ...WIDE, '-k', '-x -k -p'],
  ...['4.0.4', '4.0.2', '3.3.17', '3.3.12', '3.3.7'].map((version): Ways => [version, ...NARROW, ...WIDE]),
  ['3.2.8', '', '-x', '-d', '-q'],
  ['busybox-1.38.0', '', '-x', '-q', '-x -q'],
  ['busybox-1.30.1', '', '-x', '-q', '-x -q'],
  ['toybox-0.8.9', '', '-x', '-p', '-x -p', '-q'],
]

/** The first release whose smaps has all that `pmap -x` prints; of an older one it prints rows without an end, or none. */
const EXTENDED_SINCE = '2.6.26'

/** A tool that is called about processes. */
export interface ToolCall {
  readonly run: ToolRun
  readonly processes: readonly Process[]
}

/** How lsof is called about the mapped files of processes; shrinks to the table of the newest. */
export function lsofCalls(choice: KernelChoice): fc.Arbitrary<ToolCall> {
  return fc.record({ run: runsOf(LSOF), processes: processes(choice) })
}

/** How pmap is called about processes; shrinks to the newest of procps without options. */
export function pmapCalls(choice: KernelChoice): fc.Arbitrary<ToolCall> {
  return fc.record({ run: runsOf(PMAP), processes: processes(choice) }).map(({ run, processes }) => {
    const [{ space }] = processes as [Process]
    if (compareVersions(space.kernel, EXTENDED_SINCE) >= 0) return { run, processes }
    return { run: { ...run, words: run.words.filter((word) => word !== '-x') }, processes }
  })
}

function runsOf(all: readonly Ways[]): fc.Arbitrary<ToolRun> {
  const calls = all.flatMap(([version, ...ways]) =>
    ways.map((way) => ({ version, words: way.split(' ').filter((word) => word !== '') })),
  )
  const locale = oneOf(['C', 'UTF-8'] as const)
  return fc.record({ call: oneOf(calls), locale }).map(({ call, locale }) => ({ ...call, locale }))
}
