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

/** Adds the command that does what a tool does; `done` takes its exit status. */
export function dropInCommand(
  root: Command,
  done: (status: number) => void,
  tool: string,
  example: string,
  what: string,
): void {
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
    .action(async (words: string[], options) =>
      done(await (await import('./drop-in.js')).runDropIn(tool, words, options)),
    )
}
