import { adapters } from '../../adapters/index.js'
import { titleOf } from '../generated/title.js'
import { printable, printableJson } from '../report/printable.js'
import type { Generation } from '../validate/generate.js'
import { judge } from '../validate/judge.js'
import { meaningOf } from '../validate/meaning.js'
import type { Case, Generated, Outcome } from '../validate/types.js'
import { type Decode, wasStopped } from '../validate/validate.js'
import { colorsFor } from './colors.js'
import { writeOut } from './output.js'
import { withProgress } from './progress.js'
import { STOPPED, untilStopped } from './until-stopped.js'
import type { ValidateCommandOptions } from './validate.js'
import { failureLines } from './validate-failure.js'
import { nextLine, saveText } from './validate-next.js'

/** What came of the texts of one format. */
interface Came {
  readonly adapter: string
  readonly generation: Generation
  /** How the decoder did on the smallest text that it fails; else on the last. */
  readonly outcome: Outcome
}

/** Runs `memmaps validate --generate`; gives the exit status: 1 where a text fails, which is shown as small as it goes. */
export async function runGenerated(decode: Decode, runs: number, options: ValidateCommandOptions): Promise<number> {
  // Loaded only here: what makes texts is large.
  const { generatedAdapters } = await import('../validate/generate.js')
  const { value: came, stopped } = await untilStopped((isStopped) =>
    withProgress(async (say) => {
      const list: Came[] = []
      for (const adapter of options.adapter ?? generatedAdapters.filter((name) => hasAny(name, options.dialect))) {
        const saying = (what: string): void => say(`${adapter}: ${what}`)
        const one = isStopped() ? undefined : await generated(adapter, decode, runs, { ...options, isStopped }, saying)
        if (one !== undefined) list.push(one)
      }
      return list
    }),
  )
  const failed = came.map(({ outcome }) => outcome).filter(({ verdict }) => verdict !== 'pass')
  const status = stopped ? STOPPED : failed.length > 0 ? 1 : 0
  process.exitCode = status
  await writeOut(
    options.junit ? await junitOf(came, options) : options.json ? jsonOf(came) : textOf(came, stopped, options),
  )
  // Behind the report, which is told also where the file cannot be written.
  await saveText(options.save, failed[0])
  return status
}

function hasAny(name: string, dialects: readonly string[] | undefined): boolean {
  const { dialects: own = {} } = adapters.find((one) => one.name === name) ?? {}
  return dialects?.some((dialect) => Object.hasOwn(own, dialect)) ?? true
}

async function generated(
  adapter: string,
  decode: Decode,
  runs: number,
  { dialect, kernel, seed, grain, isStopped }: ValidateCommandOptions & { readonly isStopped: () => boolean },
  say: (what: string) => void,
): Promise<Came | undefined> {
  const { generate } = await import('../validate/generate.js')
  let last: Outcome | undefined
  const generation = await generate(
    {
      adapter,
      runs,
      ...(dialect === undefined ? {} : { dialects: dialect }),
      ...(kernel === undefined ? {} : { kernel }),
      ...(seed === undefined ? {} : { seed }),
      // Who is stopped by a limit would be stopped at every smaller text.
      isSmallEnough: () => last !== undefined && wasStopped(last),
      isStopped,
      tried: (count, isShrinking) =>
        say(`${isShrinking ? 'making the failure smaller, ' : ''}text ${count} of ${runs}`),
    },
    async (generated) => {
      const begun = performance.now()
      const one = caseOf(generated)
      const outcome = judge(one, await decode(one), performance.now() - begun, grain)
      if (isStopped()) return undefined
      // The last one that fails is the smallest.
      if (outcome.verdict !== 'pass' || last === undefined || last.verdict === 'pass') last = outcome
      return outcome.fault?.message
    },
  )
  return last && { adapter, generation, outcome: last }
}

function caseOf({ adapter, dialect, kernel, arch, tool, text, views }: Generated): Case {
  const where = `Linux ${kernel} on ${arch}`
  const about = tool === undefined ? `As ${where} prints it` : `As ${titleOf(adapter, tool)} prints it on ${where}`
  const id = `generated/${adapter}`
  return { id, adapter, dialect, kind: 'valid', about, kernel, flags: [], text, views, wrongLines: [] }
}

function textOf(came: readonly Came[], stopped: boolean, options: ValidateCommandOptions): string {
  const { decoder = 'memmaps', color, all = false } = options
  const colors = colorsFor(color, process.stdout)
  const last = came.map(({ adapter, generation: { runs, seed, failure } }) => {
    const name = printable(decoder)
    if (failure === undefined)
      return colors.green(`${name}: ${runs} generated texts of ${adapter} pass (--seed ${seed})`)
    const found = `text ${runs} fails, and was made smaller ${failure.shrinks} times`
    return colors.red(`${name}: of the generated texts of ${adapter} ${found} (--seed ${seed})`)
  })
  const failed = came.map(({ outcome }) => outcome).filter(({ verdict }) => verdict !== 'pass')
  const parts = [
    ...failed.map((outcome) => failureLines(outcome, { colors, all }).join('\n')),
    stopped ? 'stopped by Ctrl-C' : '',
    nextLine(failed[0], options, colors),
    last.join('\n'),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

/** A test for each format: all its texts together. */
async function junitOf(came: readonly Came[], { decoder, color }: ValidateCommandOptions): Promise<string> {
  const { validationJunit } = await import('./validate-junit.js')
  const outcomes = came.map(({ outcome }) => outcome)
  return validationJunit({
    decoder,
    validation: { outcomes, cases: outcomes.length },
    failures: { fresh: outcomes.filter(({ verdict }) => verdict !== 'pass'), known: [], mended: [], unknown: [] },
    colors: colorsFor(color, process.stdout),
    all: true,
  })
}

function jsonOf(came: readonly Came[]): string {
  const generated = came.map(({ adapter, generation: { runs, seed, failure }, outcome }) => ({
    adapter,
    runs,
    seed,
    ...(failure === undefined
      ? {}
      : {
          failure: {
            verdict: outcome.verdict,
            fault: { ...outcome.fault, meaning: meaningOf(outcome) },
            kernel: failure.about.kernel,
            arch: failure.about.arch,
            dialect: failure.about.dialect,
            ...(failure.about.tool === undefined ? {} : { tool: failure.about.tool }),
            textBase64: Buffer.from(failure.about.text).toString('base64'),
            expected: failure.about.views,
            shrinks: failure.shrinks,
          },
        }),
  }))
  return `${printableJson(JSON.stringify({ schema: 'memmaps.generated/1', generated }, null, 1))}\n`
}
