import { printable, printableJson } from '../report/printable.js'
import type { Generation } from '../validate/generate.js'
import { judge } from '../validate/judge.js'
import type { Case, Outcome } from '../validate/types.js'
import type { Decode } from '../validate/validate.js'
import { colorsFor } from './colors.js'
import { writeOut } from './output.js'
import { withProgress } from './progress.js'
import type { ValidateCommandOptions } from './validate.js'
import { failureLines } from './validate-failure.js'

/** What came of the texts of one format. */
interface Came {
  readonly adapter: string
  readonly generation: Generation
  /** How the decoder did on the smallest text that it fails. */
  readonly outcome?: Outcome
}

/** Runs `memmaps validate --generate`; gives the exit status: 1 where a text fails, which is shown as small as it goes. */
export async function runGenerated(decode: Decode, runs: number, options: ValidateCommandOptions): Promise<number> {
  // Loaded only here: what makes texts is large.
  const { generatedAdapters } = await import('../validate/generate.js')
  const came = await withProgress(async (say) => {
    const list: Came[] = []
    for (const adapter of options.adapter ?? generatedAdapters) {
      list.push(await generated(adapter, decode, runs, options, (what) => say(`${adapter}: ${what}`)))
    }
    return list
  })
  const status = came.some(({ outcome }) => outcome !== undefined) ? 1 : 0
  process.exitCode = status
  await writeOut(options.json ? jsonOf(came) : textOf(came, options))
  return status
}

async function generated(
  adapter: string,
  decode: Decode,
  runs: number,
  { kernel, seed }: ValidateCommandOptions,
  say: (what: string) => void,
): Promise<Came> {
  const { generate } = await import('../validate/generate.js')
  let outcome: Outcome | undefined
  const generation = await generate(
    {
      adapter,
      runs,
      ...(kernel === undefined ? {} : { kernel }),
      ...(seed === undefined ? {} : { seed }),
      tried: (count, isShrinking) =>
        say(`${isShrinking ? 'making the failure smaller, ' : ''}text ${count} of ${runs}`),
    },
    async (text, views, about) => {
      const one: Case = {
        id: `generated/${adapter}`,
        adapter,
        dialect: about.dialect,
        kind: 'valid',
        about: `As Linux ${about.kernel} on ${about.arch} would print it`,
        kernel: about.kernel,
        flags: [],
        text,
        views,
        wrongLines: [],
      }
      const judged = judge(one, await decode(one), 0)
      // The last one that fails is the smallest.
      if (judged.verdict !== 'pass') outcome = judged
      return judged.fault?.message
    },
  )
  return { adapter, generation, ...(outcome === undefined ? {} : { outcome }) }
}

function textOf(came: readonly Came[], { decoder = 'memmaps', color, all = false }: ValidateCommandOptions): string {
  const colors = colorsFor(color, process.stdout)
  const parts = came.map(({ adapter, generation: { runs, seed, failure }, outcome }) => {
    if (failure === undefined || outcome === undefined) {
      return colors.green(`${printable(decoder)}: ${runs} generated texts of ${adapter} pass (--seed ${seed})`)
    }
    return [
      ...failureLines(outcome, { colors, all }),
      '',
      colors.red(
        `${printable(decoder)}: generated text ${runs} of ${adapter} fails, made smaller ${failure.shrinks} times (--seed ${seed})`,
      ),
    ].join('\n')
  })
  return `${parts.join('\n\n')}\n`
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
            verdict: outcome?.verdict,
            fault: outcome?.fault,
            kernel: failure.about.kernel,
            arch: failure.about.arch,
            dialect: failure.about.dialect,
            textBase64: Buffer.from(failure.text).toString('base64'),
            expected: failure.expected,
            shrinks: failure.shrinks,
          },
        }),
  }))
  return `${printableJson(JSON.stringify({ schema: 'memmaps.generated/1', generated }, null, 1))}\n`
}
