import type { Command } from 'commander'
import { examples } from './examples.js'

/** An older version of each tool that is imitated, for the help. */
const OLD: Readonly<Record<string, string>> = { lsof: '4.93.2', pmap: '3.3.17' }

/** What `--as` takes, where a tool's name has more than one program behind it. */
const NAMES: Readonly<Record<string, string>> = {
  pmap:
    '\n--as takes a release of procps (3.2.8 to 4.0.7), busybox-1.30.1, busybox-1.38.0 or toybox-0.8.9;\n' +
    'behind one of procps-ng, as in 4.0.2-32bit, that it was built for 32 bits.',
}

/** Runs a tool's words as the tool, of the version that `as` names. */
type Run = (words: readonly string[], options: { as?: string }) => Promise<void>

/** Adds the command that does what a tool does; `run` does it. */
export function dropInCommand(root: Command, tool: string, example: string, what: string, run: Run): void {
  root
    .command(tool)
    .description(`do what ${tool} does, without it: the same options, the same bytes`)
    .argument('[words...]', `${tool}'s own options and arguments`)
    .option('--as <version>', `the version of ${tool} to be; if not given, that of the one installed, else the newest`)
    .helpOption('--help', 'show this')
    .allowUnknownOption()
    .passThroughOptions()
    .addHelpText(
      'after',
      examples(
        [`memmaps ${example}`, what],
        [`memmaps ${tool} --as ${OLD[tool]} ${example.slice(5)}`, 'as an older one'],
      ),
    )
    .addHelpText(
      'after',
      `\nIt looks at mapped memory alone; a terminal shows control bytes escaped.${NAMES[tool] ?? ''}`,
    )
    .action(run)
}
