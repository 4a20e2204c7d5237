#!/usr/bin/env node
// `npm start`: compares the views of a specimen of our own. `npm start -- ARGUMENTS`: the built command with those.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const tools = fileURLToPath(new URL('.', import.meta.url))
const cli = join(tools, '..', 'dist', 'src', 'cli', 'main.js')
const args = process.argv.slice(2)

process.exitCode = args.length > 0 ? await memmaps(args) : await compareSpecimen()

async function compareSpecimen() {
  const specimen = spawn('perl', [join(tools, 'specimen.pl'), mkdtempSync(join(tmpdir(), 'memmaps-'))], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise((settle) => {
    specimen.once('error', settle).once('close', settle)
  })
  const ready = await Promise.race([once(specimen.stdout, 'data').then(() => true), ended.then(() => false)])
  if (!ready) {
    process.stderr.write('start: the specimen, a perl program, did not start; npm start -- compare PID takes yours\n')
    return 2
  }
  process.stderr.write(`The specimen is process ${specimen.pid}. For one of yours: npm start -- compare PID\n\n`)
  const status = await memmaps(['compare', String(specimen.pid)])
  // It ends, and removes its files, when its stdin closes: also if this program is killed.
  specimen.stdin.end()
  await ended
  return status
}

async function memmaps(argv) {
  const command = spawn(process.execPath, [cli, ...argv], { stdio: 'inherit' })
  const [status] = await once(command, 'close')
  return status === null ? 2 : status
}
