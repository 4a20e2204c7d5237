import { adapters } from '../../adapters/index.js'
import { writeOut } from './output.js'
import { columns } from './text-columns.js'

/** Options of `memmaps formats`. */
export interface FormatsOptions {
  readonly json?: boolean
}

/** Runs `memmaps formats`: every adapter and dialect, what each says, and whether it can be written. */
export async function runFormats({ json }: FormatsOptions): Promise<number> {
  await writeOut(json ? asJson() : asText())
  return 0
}

function asJson(): string {
  const list = adapters.map(({ name, summary, grain, dialects, format }) => ({
    name,
    summary,
    grain,
    read: true,
    write: format !== undefined,
    dialects: Object.entries(dialects).map(([dialect, about]) => ({ name: dialect, ...about })),
  }))
  return `${JSON.stringify({ schema: 'memmaps.formats/1', formats: list }, null, 2)}\n`
}

function asText(): string {
  const blocks = adapters.map(({ name, summary, dialects, format }) => {
    const rows = Object.entries(dialects).map(([dialect, about], index) => [
      `${name}:${dialect}${index === 0 ? ' *' : ''}`,
      about.summary,
      about.says.join(' '),
    ])
    const lines = columns(rows, ['left', 'left', 'left']).map((line) => `  ${line}`)
    return [`${name}  ${summary} (${format === undefined ? 'read' : 'read and write'})`, ...lines].join('\n')
  })
  return `${blocks.join('\n\n')}\n\n* the dialect that the name alone stands for\n`
}
