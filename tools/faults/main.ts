#!/usr/bin/env node
import { fileURLToPath } from 'node:url'
import { Command, InvalidArgumentError } from 'commander'
import ora from 'ora'
import { subjectsBelow } from './captures.js'
import { reportJson, reportText, trialText } from './report.js'
import { runFaults } from './run.js'

/** From dist/tools/faults. */
const GOLDEN = fileURLToPath(new URL('../../../golden/captures', import.meta.url))

const { captures, seed, count, json, all } = new Command('faults')
  .description(
    'puts one fault at a time into a text of a golden capture, and asks whether compare sees it beside another one',
  )
  .option('--captures <folder>', 'captures to put faults into', GOLDEN)
  .option('--seed <number>', 'does the same faults again', whole, Date.now() % 1_000_000)
  .option('--count <number>', 'how many faults', whole, 10_000)
  .option('--json', 'prints JSON')
  .option('--all', 'names every fault, not only those that are missed')
  .showHelpAfterError()
  .parse()
  .opts<{ captures: string; seed: number; count: number; json?: boolean; all?: boolean }>()

const spinner = ora({ stream: process.stderr, isEnabled: process.stderr.isTTY === true })
spinner.start(`seed ${seed}: reading captures`)
const subjects = subjectsBelow(captures, (found) => {
  spinner.text = `seed ${seed}: ${found} captures read`
})
let missed = 0
const trials = runFaults(subjects, {
  seed,
  count,
  onTrial: (trial, done) => {
    if (trial.outcome === 'missed') missed += 1
    if (done % 50 === 0) spinner.text = `seed ${seed}: ${done} of ${count} faults, ${missed} missed`
  },
})
spinner[missed > 0 ? 'fail' : 'succeed'](`seed ${seed}: ${trials.length} faults in ${subjects.length} captures`)
if (json) process.stdout.write(reportJson(trials, seed))
else {
  for (const trial of trials) if (all || trial.outcome === 'missed') process.stdout.write(`${trialText(trial)}\n`)
  process.stdout.write(reportText(trials))
}
process.exitCode = missed > 0 || trials.length < count ? 1 : 0

function whole(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('not a whole number')
  return Number(text)
}
