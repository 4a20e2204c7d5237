import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Span } from '../kernel/version.js'
import { parseKernelRange } from '../validate/select-cases.js'
import { COLOR_CHOICES } from './colors.js'
import { examples } from './examples.js'
import { collect, count, seconds } from './option-values.js'
import type { ValidateCommandOptions } from './validate.js'

/** The formats that cases are of. */
const ADAPTERS = ['maps', 'smaps', 'lsof', 'pmap', 'status', 'csv', 'json', 'ndjson']

/** Adds `memmaps validate`, which scores any parser against the golden corpus. */
export function validateCommand(
  root: Command,
  run: (corpus: string | undefined, options: ValidateCommandOptions) => Promise<void>,
): void {
  root
    .command('validate')
    .description('score a parser, ours or any other, against the golden corpus')
    .argument('[corpus]', 'a folder laid out as golden/ is; without it, the corpus that comes with memmaps')
    .option(
      '--decoder <command>',
      'a program that reads a text on stdin and prints JSON, and its words, in quotes where there are blanks in them; without it, our own parser',
    )
    .addOption(
      new Option('--grain <grain>', 'what it lists: every mapping, or each file once')
        .choices(['mapping', 'file'])
        .default('mapping'),
    )
    .addOption(new Option('--adapter <name>', 'only texts of this format; may be given again').argParser(adapter))
    .option(
      '--dialect <name>',
      'only texts in this dialect, as memmaps formats lists them; may be given again',
      collect,
    )
    .option('--kernel <range>', 'only texts of these kernels: 6.1, 5.10..6.12, 6.1..', kernels)
    .option('--flag <flag>', 'only texts with this flag; may be given again', collect)
    .option('--case <id>', 'only cases whose id begins so; may be given again', collect)
    .option('--known <file>', 'failures that are known, one id a line; one that passes is an error')
    .option('--time-limit <seconds>', 'what one text may take', seconds, 10)
    .option('--memory-limit <MiB>', 'what one text may take of memory', count, 512)
    .option('--jobs <number>', 'how many texts are read side by side', aboveZero)
    .option('--keep-going', 'go on where the simplest text fails, or the decoder is stopped three times in a row')
    .addOption(
      new Option(
        '--generate <number>',
        'so many texts made up of each format, instead of the corpus: maps, smaps, lsof, pmap',
      )
        .argParser(aboveZero)
        .conflicts(['flag', 'case', 'known', 'keepGoing']),
    )
    .option('--seed <number>', 'with --generate: makes the same texts up again', count)
    .option('--save <file>', 'keep the text of the first failure in this file')
    .option('--all', 'show every failure, and every flag and kernel')
    .addOption(new Option('--json', 'print the outcomes as JSON').conflicts('junit'))
    .option('--junit', 'print the outcomes as JUnit XML')
    .addOption(new Option('--color <when>', 'use colours').choices(COLOR_CHOICES).default('auto'))
    .addHelpText(
      'after',
      examples(
        ['memmaps validate', 'our own parser, every case'],
        ["memmaps validate --decoder 'python3 decode.py' --adapter maps", 'yours, that reads maps'],
        ["memmaps validate --decoder './decode' --flag hostile-name --all", 'every failure of some cases'],
        ["memmaps validate --decoder './decode' --known known.txt --junit", 'for a build that knows its failures'],
        ["memmaps validate --decoder './decode' --adapter smaps --generate 500 --kernel 6.12", 'texts nobody saw yet'],
        [
          "memmaps validate --decoder './decode' --adapter lsof --generate 500 --save bad.txt",
          'and the smallest failing one',
        ],
      ),
    )
    .addHelpText('after', PROTOCOL)
    .action(run)
}

/** What a decoder is, for the help; golden/README.md has the whole page. */
const PROTOCOL = `
A decoder is started once a text, without a shell. MEMMAPS_ADAPTER and MEMMAPS_DIALECT in its environment tell what the text is.
It prints canonical JSON, as \`memmaps convert -t json\` does, or a bare list of regions; what it leaves out is not judged. Status 0: read,
1: refused, any other: crashed. golden/README.md has the protocol on one page.

Exit status: 0 every text passes, or fails as listed; 1 some fail; 2 trouble; 130 Ctrl-C ended it, with what was found by then.`

function adapter(text: string, before: readonly string[] | undefined): readonly string[] {
  if (!ADAPTERS.includes(text)) throw new InvalidArgumentError(`It is one of ${ADAPTERS.join(', ')}.`)
  return collect(text, before)
}

function kernels(text: string): Span {
  const range = parseKernelRange(text)
  if (range === undefined)
    throw new InvalidArgumentError('It is a version or a range, the earlier one first: 6.1, 5.10..6.12, 6.1.., ..4.4.')
  return range
}

function aboveZero(text: string): number {
  const value = count(text)
  if (value === 0) throw new InvalidArgumentError('It is a number above zero.')
  return value
}
