import { fileURLToPath } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { adapters } from '../../dist/adapters/index.js'
import { goldenCaptures, goldenCases } from '../../dist/src/golden/index.js'
import { detect } from '../../dist/src/ops/detect.js'
import { format } from '../../dist/src/ops/format.js'
import { parse } from '../../dist/src/ops/parse.js'
import { explain } from '../../dist/src/report/wording.js'
import { corpusOf, inputOf } from './inputs.js'
import { use } from './oracle.js'

const library = { adapters, detect, parse, format, explain }
const { seed, from, step, to, only, clock } = workerData
const texts = corpusOf(goldenCases(), goldenCaptures(fileURLToPath(new URL('../../golden/captures', import.meta.url))))
const corpus = only === undefined ? texts : texts.filter(({ adapter }) => adapter === only)
const watch = new Int32Array(clock)
const outcomes = new Map()

for (let number = from; number < to; number += step) {
  // The other thread sees which input is at work, and that it goes on.
  Atomics.store(watch, 0, number)
  Atomics.add(watch, 1, 1)
  const input = inputOf(corpus, seed, number)
  try {
    const outcome = use(library, input)
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  } catch (error) {
    parentPort.postMessage({ failed: number, how: input.how, error: error.stack })
  }
}
parentPort.postMessage({ outcomes })
