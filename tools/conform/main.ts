#!/usr/bin/env node
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, release } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import ora from 'ora'
import { adapters } from '../../adapters/index.js'
import { corpusCases, isCaptured } from '../../src/validate/corpus.js'
import { ourReply } from '../../src/validate/our-reply.js'
import { runDecoder } from '../../src/validate/run-decoder.js'
import { selectCases } from '../../src/validate/select-cases.js'
import type { Case } from '../../src/validate/types.js'
import { type Decode, validate } from '../../src/validate/validate.js'
import { build, type Decoder, findDecoders, lacking, versionOf } from './decoders.js'
import { gridText, type Row, type Skipped } from './grid.js'

const GRID = fileURLToPath(new URL('../../../golden/GRID.md', import.meta.url))

const DECODERS = fileURLToPath(new URL('../../../tools/decoders/', import.meta.url))

/** What each parser may take for one text: milliseconds and bytes. */
const LIMITS = { time: 60_000, memory: 512 * 1024 * 1024 }

/** Of the captures of a kernel, those of processes that show most; the others say the same again. */
const PROCESSES = /^captures\/[^/]+\/(?:full-static|full-dynamic|perl)\//

/** The formats that the grid is about. */
const FORMATS = ['maps', 'smaps', 'lsof', 'pmap']

const conform = new Command('conform')
  .description('runs every parser of tools/decoders on the corpus, and writes golden/GRID.md')
  .argument('[name...]', 'only these, and prints the grid instead of writing it')
  .showHelpAfterError()
  .action(run)

await conform.parseAsync()

async function run(names: readonly string[]): Promise<void> {
  const every = findDecoders(DECODERS)
  const unknown = names.find((name) => !every.has(name))
  if (unknown !== undefined) conform.error(`there is no decoder ${unknown}; there are ${[...every.keys()].join(', ')}`)
  const cases = corpusCases().filter((one) => !isCaptured(one) || PROCESSES.test(one.id))
  const rows: Row[] = [await ours(cases)]
  const skipped: Skipped[] = []
  for (const [name, decoder] of every) {
    if (names.length > 0 && !names.includes(name)) continue
    const lacks = lacking(decoder)
    try {
      if (lacks.length > 0) throw new Error(`${lacks.join(', ')} is not installed: ${decoder.install}`)
      rows.push(await peer(name, decoder, cases))
    } catch (error) {
      const [why = ''] = (error as Error).message.split('\n')
      skipped.push({ name: decoder.name, why })
      ora({ stream: process.stderr }).warn(`${decoder.name} is left out: ${why}`)
    }
  }
  const text = gridText(rows, skipped, machine(cases))
  if (names.length > 0) process.stdout.write(text)
  else writeFileSync(GRID, text)
}

async function ours(cases: readonly Case[]): Promise<Row> {
  const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'))
  const decode: Decode = (one) => ourReply(adapters, one)
  const outcomes = await judged('memmaps', selectCases(cases, { adapters: FORMATS }), decode)
  return { name: 'memmaps', version, about: 'This project.', witness: false, outcomes }
}

async function peer(name: string, decoder: Decoder, cases: readonly Case[]): Promise<Row> {
  const [file, ...words] = await build(name, decoder)
  const version = await versionOf(name, decoder)
  const { grain, witness = false, about, install, adapters: formats, without = [] } = decoder
  const fitting = selectCases(cases, { adapters: formats }).filter(({ dialect }) => !without.includes(dialect))
  const decode: Decode = (one) => runDecoder({ file, words }, one, LIMITS)
  const outcomes = await judged(decoder.name, fitting, decode, grain)
  const notes = join(decoder.folder, 'NOTES.md')
  return {
    name: decoder.name,
    version,
    about,
    install,
    witness,
    outcomes,
    ...(existsSync(notes) ? { notes: readFileSync(notes, 'utf8') } : {}),
  }
}

async function judged(
  name: string,
  cases: readonly Case[],
  decode: Decode,
  grain?: 'mapping' | 'file',
): Promise<Row['outcomes']> {
  const spinner = ora({ text: name, stream: process.stderr, isEnabled: process.stderr.isTTY === true }).start()
  const { outcomes } = await validate(cases, decode, {
    jobs: availableParallelism(),
    keepGoing: true,
    ...(grain === undefined ? {} : { grain }),
    said: (_, done, all) => {
      spinner.text = `${name}: ${done} of ${all}`
    },
  })
  const passed = outcomes.filter(({ verdict }) => verdict === 'pass').length
  spinner.succeed(`${name}: ${passed} of ${outcomes.length} texts pass`)
  return outcomes
}

/** `23 November 2026, Linux 6.18.44, 2 × Intel…, 1,234 texts`. */
function machine(cases: readonly Case[]): string {
  const date = new Date().toISOString().slice(0, 10)
  const distribution = /^PRETTY_NAME="(.*)"$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? 'Linux'
  const texts = selectCases(cases, { adapters: FORMATS }).length
  return `${date}, ${distribution}, Linux ${release()}, ${cpus().length} × ${cpus()[0]?.model ?? 'a processor'}; ${texts} texts.`
}
