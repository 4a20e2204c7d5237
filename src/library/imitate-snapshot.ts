import type { Adapter, Facts, Plan, ProcessFacts, Projection, Run, Seen, View } from '../adapter.js'
import type { CapturedText, Snapshot } from '../capture/types.js'
import { imitate, imitationOf, isPlan } from '../ops/imitate.js'
import { missingFacts } from './missing-facts.js'
import { factsOf, viewOf } from './snapshot-views.js'

/** What a tool would have printed of a captured process, when it was run as one of the capture's own texts says. */
export interface Recreated {
  /** Absent where the capture does not tell enough to say anything. */
  readonly stdout?: Uint8Array
  readonly exit?: number
  /** What the text about the process was made from, where there is any. */
  readonly projection?: Projection
  /** What would have to be known for every byte to be sure: `uid`, `what stat says of /bin/a`. */
  readonly missing: readonly string[]
}

interface Called {
  readonly program: string
  /** What its versions begin with. */
  readonly prefix: string
  readonly words: readonly string[]
}

/**
 * Writes a text of a capture once more, from its maps or smaps and its facts alone. Throws a MemmapsError `usage` for a run
 * that is not imitated.
 */
export function imitateSnapshot(adapters: readonly Adapter[], snapshot: Snapshot, text: CapturedText): Recreated {
  const { argv, locale = 'C' } = text
  if (argv === undefined) return { missing: [`the words that ${text.adapter} was called with`] }
  const called = calledAs(text.adapter, argv)
  const version = snapshot.tools[called.program]?.version
  if (version === undefined) return { missing: [`the version of ${called.program}`] }
  const { arch } = snapshot.host
  const run: Run = {
    words: called.words,
    version: `${called.prefix}${version}`,
    locale,
    ...(arch === undefined ? {} : { arch }),
  }
  const imitated = imitationOf(adapters, text.adapter)
  const settings = imitated.imitation.settings?.(run)
  if (settings !== undefined) return { missing: [`what ${settings} says`] }
  const planned = imitated.imitation.plan(run)
  if (!isPlan(planned)) return { stdout: Buffer.concat([...planned.stdout]), exit: planned.exit, missing: [] }
  if (planned.processes === 'all') return { missing: ['the other processes of the machine'] }
  const others = planned.processes.filter((pid) => pid !== snapshot.process.pid)
  if (others.length > 0) return { missing: [`what process ${others[0]} was`] }
  const read = readBy(adapters, snapshot, planned)
  if (read === undefined) return { missing: [planned.reads] }
  const facts = knownFacts(snapshot)
  const seen: Seen = { pid: snapshot.process.pid, state: 'there', view: read, facts }
  const missing = missingFacts(imitated.adapter, planned, read, facts)
  const { stdout, exit, origins } = imitate(
    imitated,
    planned,
    run,
    planned.processes.map(() => seen),
  )
  return { stdout: Buffer.concat([...stdout]), exit, ...projected(origins[0]?.projection), missing }
}

/** The words behind the tool's name, and which program it was: `toybox pmap -x 7` is toybox's, whose versions say so. */
function calledAs(tool: string, [path = '', ...words]: readonly string[]): Called {
  if (words[0] !== tool) return { program: tool, prefix: '', words }
  const program = path.slice(path.lastIndexOf('/') + 1)
  return { program, prefix: `${program}-`, words: words.slice(1) }
}

function projected(projection: Projection | undefined): { projection?: Projection } {
  return projection === undefined ? {} : { projection }
}

/** The capture's view of the file that the tool reads. */
function readBy(adapters: readonly Adapter[], snapshot: Snapshot, { reads }: Plan): View | undefined {
  const text = snapshot.texts.find(
    ({ adapter, argv, dialect }) => adapter === reads && argv === undefined && dialect !== 'rollup',
  )
  return text && viewOf(adapters, snapshot, text)
}

/** The facts of a capture; of one that was made before it held comm, the name stands for its bytes where it can. */
function knownFacts(snapshot: Snapshot): Facts {
  const facts = factsOf(snapshot)
  const process: ProcessFacts = snapshot.process
  const { command, comm } = process
  if (comm !== undefined || command === undefined || command.includes('\ufffd')) return facts
  return { ...facts, process: { ...process, comm: new TextEncoder().encode(command) } }
}
