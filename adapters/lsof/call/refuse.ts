import { MemmapsError } from '../../../src/report/errors.js'
import type { LsofOptions } from './options.js'
import type { Selection } from './selection.js'
import type { Words } from './words.js'

const NEXT = 'memmaps lsof -a -p PID -d mem,txt,DEL'

/** The descriptors of rows that are of mapped files. */
const MAPPED: ReadonlySet<string> = new Set(['mem', 'txt', 'DEL'])

/** Why options are refused that are right, but ask for something else than mapped files, or for what is not known here. */
const REASONS: Readonly<Record<string, string>> = {
  b: '-b keeps from asking the kernel, and what comes of it is not imitated',
  D: '+D selects by the files of a directory',
  e: '-e keeps from asking about the files of a file system, which is not imitated',
  i: '-i is not about the files that a process has mapped',
  m: '+m is not about the files that a process has mapped',
  N: '-N selects files of NFS alone, which are not told apart here',
  r: 'repeats are not imitated; run it again, as in: while sleep 15; do …; done',
  U: '-U is not about the files that a process has mapped',
  v: '-v tells how an lsof was built, and there is none here',
  Z: '-Z is about security contexts, which are not imitated',
}

/** An error that lsof prints before its usage, or a run that is not about mapped files. */
export function usage(message: string): MemmapsError {
  return new MemmapsError('usage', message, `use ${NEXT}`)
}

/** Throws where the words are right, but ask for something else than mapped files. */
export function refuseWords({ options, names }: Words): void {
  for (const { sign, letter, value } of options) {
    const reason = REASONS[letter] ?? (sign === '+' && letter === 'd' ? '+d selects by the files of a directory' : '')
    if (reason !== '') throw usage(reason)
    if (letter === 's' && value !== undefined) throw usage(`-s ${value} selects by the state of a connection`)
    if (letter === 'L' && value !== undefined) throw usage(`+L${value} selects by the number of links`)
  }
  if (names.length > 0) throw usage(`${names[0]} selects by the name of a file`)
}

/** Throws where files would be listed, too, that are not mapped. */
export function refuseOtherFiles({ descriptors }: LsofOptions, { and, ...asked }: Selection): void {
  if (descriptors === undefined) throw usage('without -d open files are listed, too')
  const { names, exclude } = descriptors
  const beyond = exclude ? `^${[...names].join(',^')}` : [...names].find((name) => !MAPPED.has(name))
  if (beyond !== undefined) throw usage(`-d ${beyond} is not only about mapped files`)
  const { pids, groups, users, commands, tasks } = asked
  const named = [pids, groups, users].some(({ included }) => included.length > 0)
  const includes = named || commands.some(({ excluded }) => !excluded)
  if ((includes || tasks) && !and) throw usage('without -a lsof lists what any one of its options selects')
}
