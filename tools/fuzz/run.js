#!/usr/bin/env node
// Reads a million broken texts: npm run fuzz -- [--runs N] [--seed S] [--only ADAPTER] [--input N]. README.md says what is asked of them.
import { writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { goldenCaptures, goldenCases } from '../../dist/src/golden/index.js'
import { corpusOf, inputOf } from './inputs.js'

const USAGE = `usage: npm run fuzz -- [OPTION …]

  --runs N         how many inputs; 1000000 without it
  --seed N         makes others; without it, the clock's
  --only ADAPTER   inputs made of the goldens of this one alone
  --input N        writes the input of this number to fuzz-N.txt instead, for a look at it
`

/** An input that takes longer than this is a hang, in milliseconds: none takes a hundredth of it. */
const HANG = 10_000

/** How often progress is told, in milliseconds. */
const TELL = 5_000

const { runs, seed, only, input } = readOptions()
if (input !== undefined) save(input)
else process.exitCode = await run()

async function run() {
  const started = performance.now()
  const count = Math.max(1, Math.min(availableParallelism(), 8))
  const outcomes = new Map()
  let failures = 0
  let done = 0
  const tell = setInterval(() => process.stderr.write(`${progress()}\n`), TELL)
  const workers = Array.from({ length: count }, (_, from) => startWorker(from))
  await Promise.all(workers.map(({ ended }) => ended))
  clearInterval(tell)
  for (const [outcome, times] of [...outcomes].sort(([, a], [, b]) => b - a)) {
    process.stdout.write(`${String(times).padStart(9)}  ${outcome}\n`)
  }
  const memory = Math.round(process.memoryUsage.rss() / (1 << 20))
  const seconds = Math.round((performance.now() - started) / 1000)
  process.stdout.write(
    `${total()} inputs, seed ${seed}, ${seconds} s, ${memory} MiB at the end: ${failures} broke a law\n`,
  )
  return failures === 0 ? 0 : 1

  function startWorker(from) {
    const clock = new SharedArrayBuffer(8)
    const watch = new Int32Array(clock)
    const worker = new Worker(new URL('./worker.js', import.meta.url), {
      workerData: { seed, from, step: count, to: runs, only, clock },
    })
    let before = -1
    const watchdog = setInterval(() => {
      const beat = Atomics.load(watch, 1)
      if (beat === before && beat > 0) {
        fail(Atomics.load(watch, 0), 'hang', `no end after ${HANG} ms`)
        worker.terminate()
      }
      before = beat
    }, HANG)
    const ended = new Promise((resolve) => {
      worker.on('message', (message) => {
        if (message.outcomes === undefined) fail(message.failed, message.how, message.error)
        else for (const [name, times] of message.outcomes) outcomes.set(name, (outcomes.get(name) ?? 0) + times)
      })
      worker.on('error', (error) => fail(Atomics.load(watch, 0), 'crash', error.stack))
      worker.on('exit', () => {
        clearInterval(watchdog)
        done += Atomics.load(watch, 1)
        resolve()
      })
    })
    return { ended, watch }
  }

  function fail(number, how, why) {
    failures += 1
    if (failures > 20) return
    const again = `npm run fuzz -- --seed ${seed}${only === undefined ? '' : ` --only ${only}`} --input ${number}`
    process.stdout.write(`input ${number} (${how}): ${why}\n  to see it: ${again}\n`)
  }

  function total() {
    return done
  }

  function progress() {
    const now = workers.reduce((sum, { watch }) => sum + Atomics.load(watch, 1), 0)
    return `${now} of ${runs} inputs, ${failures} failures`
  }
}

function save(number) {
  const captures = fileURLToPath(new URL('../../golden/captures', import.meta.url))
  const texts = corpusOf(goldenCases(), goldenCaptures(captures))
  const corpus = texts.filter(({ adapter }) => only === undefined || adapter === only)
  const { bytes, how, adapter, dialect } = inputOf(corpus, seed, number)
  const path = join(process.cwd(), `fuzz-${number}.txt`)
  writeFileSync(path, bytes)
  const of = adapter === undefined ? '' : ` of ${adapter}${dialect === undefined ? '' : `:${dialect}`}`
  process.stdout.write(`${path}: ${bytes.length} bytes, ${how}${of}\n`)
}

function readOptions() {
  const text = { type: 'string' }
  try {
    const { values } = parseArgs({
      options: { runs: text, seed: text, only: text, input: text, help: { type: 'boolean' } },
    })
    if (values.help) {
      process.stdout.write(USAGE)
      process.exit(0)
    }
    const whole = (value, without) => {
      if (value === undefined) return without
      if (!/^\d{1,9}$/.test(value)) throw new Error(`${value} is not a whole number`)
      return Number(value)
    }
    return {
      runs: whole(values.runs, 1_000_000),
      seed: whole(values.seed, Date.now() % 1_000_000_000),
      only: values.only,
      input: whole(values.input, undefined),
    }
  } catch (error) {
    process.stderr.write(`${error.message}\n\n${USAGE}`)
    process.exit(2)
  }
}
