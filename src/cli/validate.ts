import { availableParallelism } from 'node:os'
import { setImmediate as breathe } from 'node:timers/promises'
import { adapters } from '../../adapters/index.js'
import { readWholeFile } from '../capture/files.js'
import type { Span } from '../kernel/version.js'
import { MemmapsError } from '../report/errors.js'
import { corpusCases, isCaptured } from '../validate/corpus.js'
import { readKnown, tallyKnown } from '../validate/known-failures.js'
import { ourReply } from '../validate/our-reply.js'
import { type Command, runDecoder } from '../validate/run-decoder.js'
import { selectCases, type Wanted } from '../validate/select-cases.js'
import type { Case, Grain, Reply } from '../validate/types.js'
import { type Decode, validate } from '../validate/validate.js'
import { colorsFor } from './colors.js'
import { commandWords } from './command-words.js'
import { tell, writeOut } from './output.js'
import { withProgress } from './progress.js'
import { STOPPED, untilStopped } from './until-stopped.js'
import { runGenerated } from './validate-generated.js'
import { validationJson } from './validate-json.js'
import { saveText } from './validate-next.js'
import { validationText } from './validate-text.js'
import { requireCases, requireFolder } from './validate-wanted.js'

/** Options of `memmaps validate`. */
export interface ValidateCommandOptions {
  readonly decoder?: string
  readonly adapter?: readonly string[]
  readonly dialect?: readonly string[]
  readonly kernel?: Span
  readonly flag?: readonly string[]
  readonly case?: readonly string[]
  /** A file that lists failures that are known. */
  readonly known?: string
  /** Seconds for one text. */
  readonly timeLimit: number
  /** MiB for one text. */
  readonly memoryLimit: number
  readonly grain: Grain
  readonly jobs?: number
  readonly keepGoing?: boolean
  readonly generate?: number
  readonly seed?: number
  /** A file for the text of the first failure. */
  readonly save?: string
  readonly json?: boolean
  readonly junit?: boolean
  readonly all?: boolean
  readonly color?: string
}

/** Runs `memmaps validate`; gives the exit status: 0 all pass, 1 something fails, 2 trouble. */
export async function runValidate(corpus: string | undefined, options: ValidateCommandOptions): Promise<number> {
  const decode = decoderOf(options)
  if (options.seed !== undefined && options.generate === undefined) {
    throw new MemmapsError('usage', 'only texts that are made up have a seed', 'ask for them: --generate NUMBER')
  }
  if (options.generate !== undefined) return runGenerated(decode, options.generate, options)
  requireFolder(corpus)
  const every = corpusCases(corpus, options.case)
  const wanted: Wanted = {
    ...(options.adapter === undefined ? {} : { adapters: options.adapter }),
    ...(options.dialect === undefined ? {} : { dialects: options.dialect }),
    ...(options.flag === undefined ? {} : { flags: options.flag }),
    ...(options.case === undefined ? {} : { ids: options.case }),
    ...(options.kernel === undefined ? {} : { kernels: options.kernel }),
  }
  const cases = selectCases(every, wanted)
  requireCases(cases, every, wanted)
  const known = options.known === undefined ? new Set<string>() : readKnown(knownText(options.known))
  const { value: validation, stopped } = await untilStopped((isStopped) =>
    withProgress((say) =>
      validate(cases, decode, {
        isStopped,
        grain: options.grain,
        jobs: options.jobs ?? availableParallelism(),
        keepGoing: options.keepGoing ?? false,
        said: ({ case: one }, done, all) => say(`${done} of ${all}: ${one.id}`),
      }),
    ),
  )
  // Whole captures are read only where they are asked for.
  const isUnread = (id: string): boolean => isCaptured({ id }) && !every.some(isCaptured)
  const failures = tallyKnown(validation.outcomes, known, new Set(every.map(({ id }) => id)), isUnread)
  const report = {
    decoder: options.decoder,
    save: options.save,
    validation,
    failures,
    colors: colorsFor(options.color, process.stdout),
    all: options.all ?? false,
  }
  const failed = failures.fresh.length + failures.mended.length + failures.unknown.length > 0
  const status = stopped ? STOPPED : failed || validation.gaveUp !== undefined ? 1 : 0
  process.exitCode = status
  await writeOut(
    options.junit
      ? (await import('./validate-junit.js')).validationJunit(report)
      : options.json
        ? validationJson(report)
        : validationText(report),
  )
  // Behind the report, which is told also where the file cannot be written.
  await saveText(options.save, failures.fresh[0])
  return status
}

/** Our own parser, or a program that is started anew for each text. */
function decoderOf({ decoder, timeLimit, memoryLimit }: ValidateCommandOptions): Decode {
  if (decoder === undefined) return ourDecoder
  const [file, ...words] = commandWords(decoder)
  if (file === undefined)
    throw new MemmapsError('usage', 'the decoder has no name', "name a program: --decoder 'CMD ARGS'")
  if (process.platform !== 'linux') tell('memory is watched on Linux alone: here the decoder has no limit')
  const command: Command = { file, words }
  const limits = { time: timeLimit * 1000, memory: memoryLimit * 1024 * 1024 }
  return (one) => runDecoder(command, one, limits)
}

/** Our own parser, which never waits: Ctrl-C and the drawing of progress have their turn before each text. */
async function ourDecoder(one: Case): Promise<Reply> {
  await breathe()
  return ourReply(adapters, one)
}

function knownText(path: string): string {
  return new TextDecoder().decode(readWholeFile(path))
}
