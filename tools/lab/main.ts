#!/usr/bin/env node
import { Command } from 'commander'
import { bootGuest } from './boot.js'
import { buildGuest } from './build.js'
import { importGuest } from './import.js'
import { listGuests } from './list.js'
import { GUESTS, type Guest, guestNamed } from './matrix.js'
import { requireTools } from './needs.js'
import { Steps } from './steps.js'

const lab = new Command('lab')
  .description(
    'boots real kernels, runs the specimen and every tool in them, and keeps what they print as golden captures',
  )
  .showHelpAfterError()

lab
  .command('list')
  .description('the guests, and what there is of each')
  .action(() => {
    process.stdout.write(listGuests())
  })

lab
  .command('build')
  .description('downloads and unpacks what a guest boots from')
  .argument('<guest...>')
  .action(async (names: string[]) => each(names.map(guestNamed), build))

lab
  .command('run')
  .description('builds a guest where it is not built yet, boots it, and replaces its golden captures')
  .argument('<guest...>')
  .option('--rebuild', 'downloads and builds it anew')
  .option('--keep', 'keeps what it boots from, some 100 to 400 MB')
  .action(async (names: string[], options: Options) =>
    each(names.map(guestNamed), (guest, steps) => run(guest, steps, options)),
  )

lab
  .command('all')
  .description('runs every guest, one after another; one that fails does not stop the others')
  .option('--keep', 'keeps what they boot from')
  .action(async (options: Options) => each(GUESTS, (guest, steps) => run(guest, steps, options)))

/** Options of a run. */
interface Options {
  readonly rebuild?: boolean
  readonly keep?: boolean
}

await lab.parseAsync()

/** Does a job for each guest in turn; the exit status tells whether all went well. */
async function each(guests: readonly Guest[], job: (guest: Guest, steps: Steps) => Promise<string>): Promise<void> {
  let failed = 0
  for (const guest of guests) {
    const steps = new Steps(guest.name)
    try {
      await requireTools(guest)
      steps.done(await job(guest, steps))
    } catch (error) {
      failed += 1
      steps.failed(error instanceof Error ? error.message : String(error))
    }
  }
  if (failed > 0) process.exitCode = 1
}

async function build(guest: Guest, steps: Steps): Promise<string> {
  await buildGuest(guest, (step) => steps.say(step))
  return 'built'
}

async function run(guest: Guest, steps: Steps, { rebuild = false, keep = false }: Options): Promise<string> {
  const { isBuilt, dropBuilt } = await import('./built.js')
  if (rebuild || !isBuilt(guest.name)) await buildGuest(guest, (step) => steps.say(step))
  const { seconds, accelerator, bytes } = await bootGuest(guest, (step) => steps.say(step))
  steps.say('captures')
  const captures = importGuest(guest)
  if (!keep) dropBuilt(guest.name)
  return `${captures} captures in ${seconds} s under ${accelerator}, ${(bytes / 1e6).toFixed(1)} MB`
}
