import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { FULL, QUICK } from './counts.js'

const HERE = fileURLToPath(new URL('.', import.meta.url))

const COUNTED = ['rounds', 'warmup', 'lines', 'regions', 'mappings', 'files']

/**
 * What the command line asks for; ends the process where that is help, or makes no sense.
 *
 * @param {string[]} args
 * @param {readonly string[]} sections
 * @returns {{ counts: import('./sections.js').Counts, only?: string[], json: boolean, quick: boolean, out?: string }}
 */
export function readOptions(args, sections) {
  const usage = `usage: npm run bench -- [OPTION …]

  --only SECTION   measures only this; may be repeated: ${sections.join(', ')}
  --quick          small inputs and few rounds: shows that everything runs, not how fast
  --json           prints every sample as JSON
  --out FOLDER     writes RESULTS.md and cost.svg there; a whole run that is not quick writes them beside the bench
  --rounds N, --warmup N, --lines N, --regions N, --mappings N, --files N
                   without them: ${COUNTED.map((name) => FULL[name]).join(', ')}
`
  try {
    const counted = Object.fromEntries(COUNTED.map((name) => [name, { type: 'string' }]))
    const flags = Object.fromEntries(
      ['quick', 'json', 'help'].map((name) => [name, { type: 'boolean', default: false }]),
    )
    const { values } = parseArgs({
      args,
      options: { ...counted, ...flags, only: { type: 'string', multiple: true }, out: { type: 'string' } },
    })
    if (values.help) leave(0, usage)
    const unknown = values.only?.find((name) => !sections.includes(name))
    if (unknown !== undefined) leave(2, `bench: there is no section ${unknown}\n${usage}`)
    const counts = { ...(values.quick ? QUICK : FULL) }
    for (const name of COUNTED) {
      if (values[name] === undefined) continue
      if (!/^\d{1,9}$/.test(values[name])) leave(2, `bench: --${name} takes a number, not ${values[name]}\n`)
      counts[name] = Math.max(Number(values[name]), name === 'warmup' ? 0 : 1)
    }
    const isWhole = !values.quick && values.only === undefined
    return { ...values, counts, out: values.out ?? (isWhole ? HERE : undefined) }
  } catch (error) {
    return leave(2, `bench: ${error.message}\n${usage}`)
  }
}

function leave(status, text) {
  process[status === 0 ? 'stdout' : 'stderr'].write(text)
  process.exit(status)
}
