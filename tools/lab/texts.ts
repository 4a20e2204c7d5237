import { adapters } from '../../adapters/index.js'
import type { Adapter } from '../../src/adapter.js'
import type { CapturedText, Tool } from '../../src/capture/types.js'
import { MemmapsError } from '../../src/report/errors.js'
import type { Machine } from './machines.js'
import type { RawProcess, RawRun } from './raw.js'

/** The tools of a guest, by name. */
type Tools = Readonly<Record<string, Tool>>

/** Files below /proc/PID that are kept as evidence beside the views. */
export const KERNEL_FILES: readonly string[] = ['stat', 'numa_maps']

/** What a shell says of a program that is not there. */
const NO_SUCH_PROGRAM = 127

/** From how many bytes on a text is kept compressed. */
export const LONG = 2048

/** The texts of a process: the kernel's, and those of the tools that the guest has and that are imitated. */
export function textsOf(raw: RawProcess, { narrow }: Machine, tools: Tools): readonly CapturedText[] {
  const dialect = narrow === true ? '32bit' : '64bit'
  const kernel = [
    { adapter: 'maps', dialect, file: 'maps' },
    { adapter: 'smaps', dialect, file: 'smaps' },
    { adapter: 'smaps', dialect: 'rollup', file: 'smaps_rollup' },
    { adapter: 'status', dialect: 'default', file: 'status' },
  ]
  const texts: CapturedText[] = kernel.flatMap(({ file, ...text }) => {
    const bytes = raw.proc(file)
    if (bytes === undefined) return []
    // People read maps.
    const compressed = file === 'smaps' && bytes.length > LONG
    return [{ ...text, file: `proc/${file}${compressed ? '.gz' : ''}`, bytes }]
  })
  for (const run of raw.runs) {
    const text = textOf(run, tools)
    if (text === undefined) continue
    // A second text with the same bytes, as where -p changes nothing, would be no further evidence.
    if (texts.some(({ dialect: other, bytes }) => other === text.dialect && Buffer.from(bytes).equals(text.bytes)))
      continue
    texts.push(text)
  }
  return texts
}

/** A run's text; undefined where the guest has no such program, or the run was refused. */
function textOf(run: RawRun, tools: Tools): CapturedText | undefined {
  const { name, argv, exit, locale, stdout, stderr } = run
  if (exit === NO_SUCH_PROGRAM) return undefined
  const adapter = adapters.find((one) => one.imitates !== undefined && argv.includes(one.name))
  const dialect = adapter && dialectOf(adapter, run, tools)
  if (adapter === undefined || dialect === undefined) return undefined
  // Some file systems take X.txt and x.txt for one file.
  const file = `${adapter.name}/${name.replace(/-X/, '-capital-X')}.txt${stdout.length > LONG ? '.gz' : ''}`
  return {
    adapter: adapter.name,
    dialect,
    file,
    argv,
    locale,
    exit,
    bytes: stdout,
    ...(stderr.length > 0 ? { stderr } : {}),
  }
}

/** The dialect that a run prints; undefined for one that says something of the tool itself, as its usage. */
function dialectOf(adapter: Adapter, { argv, locale }: RawRun, tools: Tools): string | undefined {
  const words = argv.slice(argv.indexOf(adapter.name) + 1)
  const program = argv[0]?.split('/').at(-1) ?? ''
  const version = `${program === adapter.name ? '' : `${program}-`}${tools[program]?.version}`
  try {
    const plan = adapter.imitates?.plan({ words, version, locale })
    return plan !== undefined && 'dialect' in plan ? plan.dialect : undefined
  } catch (error) {
    if (error instanceof MemmapsError) return undefined
    throw error
  }
}
