#!/usr/bin/env node
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Table from 'cli-table3'
import { Command, InvalidArgumentError } from 'commander'
import ora from 'ora'
import { buildChurn } from './build.js'
import { type Look, look, WAYS, type Way } from './look.js'
import { type Churner, startChurn } from './processes.js'

/** From dist/tools/churn. */
const SOURCE = fileURLToPath(new URL('../../../tools/churn/churn.c', import.meta.url))
const COMMAND = fileURLToPath(new URL('../../src/cli/main.js', import.meta.url))

const { rounds } = new Command('churn')
  .description('compares the views of processes that change their memory all the time: none of them may disagree')
  .option('--rounds <number>', 'how many compares', whole, 2000)
  .showHelpAfterError()
  .parse()
  .opts<{ rounds: number }>()

/** Verdicts by way and role, with how often. */
const counts = new Map<string, Map<string, number>>()
const alarms: string[] = []
const spinner = ora({ stream: process.stderr, isEnabled: process.stderr.isTTY === true })
const { folder, program } = await buildChurn(SOURCE)
const { churners, end } = await startChurn(program, folder)
try {
  spinner.start()
  for (let round = 0; round < rounds; round++) {
    const churner = churners[round % churners.length] as Churner
    const way = wayOf(Math.floor(round / churners.length))
    note(churner, way, await look(churner, way, COMMAND))
    spinner.text = `${round + 1} of ${rounds} compares, ${alarms.length} disagree`
  }
  spinner[alarms.length > 0 ? 'fail' : 'succeed'](`${rounds} compares, ${alarms.length} disagree`)
} finally {
  spinner.stop()
  await end()
  rmSync(folder, { recursive: true, force: true })
}
for (const alarm of alarms) process.stdout.write(`${alarm}\n`)
process.stdout.write(`${tableText()}\n`)
process.exitCode = alarms.length > 0 ? 1 : 0

/** The real command costs a start of Node each time: one in ten; half of the rest is frozen. */
function wayOf(turn: number): Way {
  if (turn % 10 === 9) return 'command'
  return turn % 2 === 0 ? 'library' : 'frozen'
}

function note({ role, pid }: Churner, way: Way, { verdict, evidence }: Look): void {
  const verdicts = counts.get(`${way} ${role}`) ?? new Map<string, number>()
  counts.set(`${way} ${role}`, verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1))
  if (verdict === 'disagree') alarms.push(`false alarm: ${way}, process ${pid} (${role}): ${evidence}`)
}

function tableText(): string {
  const verdicts = [...new Set([...counts.values()].flatMap((each) => [...each.keys()]))].sort()
  const table = new Table({ head: ['way', 'process', ...verdicts], style: { head: [], border: [], compact: true } })
  for (const way of WAYS) {
    for (const { role } of churners) {
      const each = counts.get(`${way} ${role}`)
      if (each !== undefined) table.push([way, role, ...verdicts.map((verdict) => String(each.get(verdict) ?? ''))])
    }
  }
  return table.toString()
}

function whole(text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new InvalidArgumentError('not a whole number')
  return Number(text)
}
