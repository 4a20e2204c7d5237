import { Command, Option } from 'commander'
import { COLOR_CHOICES } from './colors.js'
import { dropInCommand } from './drop-in-command.js'
import { examples } from './examples.js'
import { collect, count, pageSize, pid, seconds } from './option-values.js'
import { writeOut } from './output.js'
import { validateCommand } from './validate-command.js'
import { version } from './version.js'

/** Takes the exit status of the command that ran. */
type Done = (status: number) => void

/** What a redaction does and does not, for the help. */
const REDACTION: string = `
--redact replaces each name, command, argument and user by a token of the same length: the same word has the same token
everywhere, so that compare says what it said. What the kernel names ([heap], /memfd:, /dev/zero) stays, and so do
addresses, sizes, counters, devices, inodes, ids, times, and the kernel’s release. The key of the tokens is not kept. Words
that begin alike have tokens that begin alike: who knows one name can tell which others share its beginning.`

/** Every command and option. A command's code is loaded when it runs: start-up is part of speed. */
export function program(done: Done): Command {
  const root = new Command('memmaps')
    .description(
      'Reads what every tool says about a process’s memory, and tells whether the views can be true together.',
    )
    .version(version)
    .exitOverride()
    .enablePositionalOptions()
    .configureOutput({ outputError: () => {}, writeOut: (text) => void writeOut(text) })
    .addHelpText(
      'after',
      examples(
        ['memmaps compare 4797', 'do lsof, pmap and the kernel agree about process 4797?'],
        ['memmaps show 4797 --perms wx', 'its writable and executable regions'],
        ['memmaps convert -t json saved.smaps', 'a saved text as JSON'],
      ),
    )
    .addHelpText('after', '\nExit status: 0 all is well, 1 the views disagree, 2 trouble.')
  show(root, done)
  compare(root, done)
  check(root, done)
  convert(root, done)
  capture(root, done)
  formats(root, done)
  validateCommand(root, async (corpus, options) =>
    done(await (await import('./validate.js')).runValidate(corpus, options)),
  )
  dropIns(root, done)
  return root
}

function show(root: Command, done: Done): void {
  root
    .command('show')
    .description('show one view for people: a table, or JSON')
    .argument('[target]', 'a pid, a capture folder, a file, or - for stdin', '-')
    .addOption(from('the format of the text, when it is not to be detected'))
    .option('--perms <letters>', 'only regions whose perms have all these letters: w, wx, s')
    .option('--path <glob>', 'only regions whose pathname, or its last part, matches')
    .option('--address <hex>', 'only the region that holds this address')
    .option('--sort <field>', 'sort by start, size, inode, pathname, or a counter such as rss')
    .addOption(new Option('--group <by>', 'add regions up by what is behind them').choices(['file']))
    .option('--counters <list>', 'the counters to show: names with commas between them, or all')
    .addOption(procRoot())
    .option('--json', 'print canonical JSON of the regions that are left')
    .addOption(strict())
    .addOption(color())
    .addHelpText(
      'after',
      examples(
        ['memmaps show 4797 --sort rss', 'what takes most memory'],
        ['memmaps show 4797 --path "libc*" --counters all', 'every counter of one library'],
        ['memmaps show 4797 --address 7f31c8a00123', 'what lies at this address'],
        ['memmaps show ./capture', 'the view of a capture that says most'],
        ['lsof -a -d mem -p 4797 | memmaps show', 'what lsof printed'],
      ),
    )
    .addHelpText('after', '\nA terminal shows the columns that fit, and the ends of long names; a pipe gets all.')
    .action(async (target: string, options) => done(await (await import('./show.js')).runShow(target, options)))
}

function compare(root: Command, done: Done): void {
  root
    .command('compare')
    .description('do the views of a process agree, and if not, why?')
    .argument('[targets...]', 'a pid, a capture folder, or two and more files')
    .option('--freeze', 'stop the process while its views are taken')
    .option('--lsof <path>', 'the lsof to run')
    .option('--pmap <path>', 'the pmap to run')
    .option('--views <list>', 'the views to take: maps,smaps,lsof,pmap:x')
    .addOption(procRoot())
    .addOption(timeLimit())
    .addOption(retries())
    .addOption(from('the formats of the files: one for all, or one each').argParser(collect))
    .option('--pid <pid>', 'the process that is meant, where a text is about several', pid)
    .option('--bytes', 'hold what lsof and pmap print against the bytes that we predict')
    .option('--all', 'show every difference; without a target, compare every process')
    .option('--json', 'print the comparison as JSON')
    .addOption(color())
    .addHelpText(
      'after',
      examples(
        ['memmaps compare 4797', 'take every view now, and compare them'],
        ['memmaps compare 4797 --freeze', 'the same, of a process that never stands still'],
        ['memmaps compare saved.maps pmap-x.txt', 'two saved texts'],
        ['memmaps compare ./capture', 'what memmaps capture wrote'],
        ['memmaps compare 4797 --bytes', 'the first line of lsof and pmap that is not as predicted'],
        ['memmaps compare --all', 'every process of the machine: a table of verdicts'],
      ),
    )
    .action(async (targets: string[], options) =>
      done(await (await import('./compare.js')).runCompare(targets, options)),
    )
}

function check(root: Command, done: Done): void {
  root
    .command('check')
    .description('does a text obey the laws of memory, and which kernels could have printed it?')
    .argument('[targets...]', 'a pid, a capture folder, files, or - for stdin')
    .addOption(from('the formats of the files: one for all, or one each').argParser(collect))
    .option('--pid <pid>', 'only this process of a text that is about several', pid)
    .option('--page-size <bytes>', 'the page size, when the text does not say it', pageSize)
    .option('--freeze', 'stop the process while its views are taken')
    .addOption(procRoot())
    .addOption(retries())
    .option('--all', 'show every broken law')
    .option('--json', 'print the check as JSON')
    .addOption(color())
    .addHelpText(
      'after',
      examples(
        ['memmaps check 4797', 'its maps, smaps, smaps_rollup and status, now'],
        ['memmaps check saved.smaps', 'a saved text'],
        ['memmaps check smaps smaps_rollup status', 'three texts about one process, also by their sums'],
        ['pmap -x 4797 | memmaps check', 'are the totals of pmap the sums of its rows?'],
      ),
    )
    .addHelpText('after', '\nExit status: 0 all laws hold, 1 a law is broken, 2 trouble.')
    .action(async (targets: string[], options) => done(await (await import('./check.js')).runCheck(targets, options)))
}

function convert(root: Command, done: Done): void {
  root
    .command('convert')
    .description('write a view in another format')
    .argument('[file]', 'a file, or - for stdin; without it, --pid or stdin')
    .requiredOption('-t, --to <format>', 'the format to write, as NAME[:DIALECT][@VERSION]')
    .addOption(from('the format of the text, when it is not to be detected'))
    .option('--pid <pid>', 'a live process; with a file, the process of several that is meant', pid)
    .addOption(procRoot())
    .option('-o, --output <file>', 'write to a file')
    .option('--strict', 'fail at the first line that cannot be read, and where the target cannot say all')
    .addHelpText(
      'after',
      examples(
        ['memmaps convert -t json --pid 4797 > 4797.json', 'a live process as JSON'],
        ['memmaps convert -t maps saved.smaps', 'smaps without its counters'],
        ['memmaps convert -t smaps@5.10 saved.smaps', 'the smaps that Linux 5.10 would print'],
        ['memmaps convert -t pmap:x@3.3.17 --pid 4797', 'what pmap -x of procps 3.3.17 would print'],
        ['pmap -X 4797 | memmaps convert -f pmap:X -t json', 'a tool’s output as JSON'],
      ),
    )
    .action(async (file: string | undefined, options) =>
      done(await (await import('./convert.js')).runConvert(file, options)),
    )
}

function capture(root: Command, done: Done): void {
  root
    .command('capture')
    .description('save every view of one instant, raw, in a folder')
    .argument('<target>', 'the pid; with --redact also a capture folder')
    .requiredOption('-o, --output <dir>', 'the folder')
    .option('--redact', 'replace names, commands and users by tokens: a capture to share')
    .option('--freeze', 'stop the process while its views are taken')
    .option('--lsof <path>', 'the lsof to run')
    .option('--pmap <path>', 'the pmap to run')
    .addOption(procRoot())
    .addOption(timeLimit())
    .addOption(retries())
    .option('--force', 'replace the capture that is in the folder')
    .option('--json', 'print what was saved as JSON')
    .addHelpText(
      'after',
      examples(
        ['memmaps capture 4797 -o ./capture', 'then, on any machine: memmaps compare ./capture'],
        ['memmaps capture 4797 -o ./capture --freeze', 'views of the very same instant'],
        ['memmaps capture ./capture -o ./shared --redact', 'the same without the names of anything'],
      ),
    )
    .addHelpText('after', REDACTION)
    .action(async (target: string, options) => done(await (await import('./capture.js')).runCapture(target, options)))
}

function formats(root: Command, done: Done): void {
  root
    .command('formats')
    .description('list the formats and dialects, and what each says')
    .option('--json', 'print them as JSON')
    .addHelpText(
      'after',
      examples(
        ['memmaps formats', 'the names that -f and -t take'],
        ['memmaps formats --json', 'the same for programs'],
      ),
    )
    .action(async (options) => done(await (await import('./formats.js')).runFormats(options)))
}

function dropIns(root: Command, done: Done): void {
  dropInCommand(
    root,
    'lsof',
    'lsof -a -p 4797 -d mem',
    'the files that process 4797 has mapped',
    async (words, options) => done(await (await import('./drop-in-lsof.js')).runLsof(words, options)),
  )
  dropInCommand(root, 'pmap', 'pmap -x 4797', 'its mappings, with what is resident and dirty', async (words, options) =>
    done(await (await import('./drop-in-pmap.js')).runPmap(words, options)),
  )
}

function from(description: string): Option {
  return new Option('-f, --from <format>', `${description}, as NAME or NAME:DIALECT`)
}

function strict(): Option {
  return new Option('--strict', 'fail at the first line that cannot be read')
}

function color(): Option {
  return new Option('--color <when>', 'use colours').choices(COLOR_CHOICES).default('auto')
}

function procRoot(): Option {
  return new Option('--proc-root <dir>', 'another /proc: a container’s, or a saved tree with PID/maps in it')
}

function timeLimit(): Option {
  return new Option('--time-limit <seconds>', 'how long a tool may take').argParser(seconds)
}

function retries(): Option {
  return new Option('--retries <number>', 'how often to try again when the process changes meanwhile').argParser(count)
}
