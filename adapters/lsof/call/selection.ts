import { type CommandList, readCommands } from './commands.js'
import { type Ids, readIds } from './ids.js'
import type { Option } from './words.js'

/** Users that `-u` names, by number or by login. */
export interface Users {
  readonly included: readonly string[]
  /** Those with `^`. */
  readonly excluded: readonly string[]
}

/** Which processes are asked for. */
export interface Selection {
  /** `-a`: all selections must hold, not one of them. */
  readonly and: boolean
  /** `-p` and `-g`. */
  readonly pids: Ids
  readonly groups: Ids
  /** `-u`. */
  readonly users: Users
  /** `-c`. */
  readonly commands: CommandList
  /** `-K`: those with threads. */
  readonly tasks: boolean
}

/** What the options say of processes. */
export function readSelection(options: readonly Option[]): Selection {
  const of = (letter: string): readonly (string | undefined)[] =>
    options.filter((option) => option.sign === '-' && option.letter === letter).map(({ value }) => value)
  const users = of('u').flatMap((list) => (list ?? '').split(',').filter((user) => user !== ''))
  return {
    and: options.some(({ letter }) => letter === 'a'),
    pids: readIds(allOf(options, 'p'), 'process'),
    groups: readIds(
      allOf(options, 'g').filter((list) => list !== undefined),
      'process group',
    ),
    users: {
      included: users.filter((user) => !user.startsWith('^')),
      excluded: users.filter((user) => user.startsWith('^')).map((user) => user.slice(1)),
    },
    commands: readCommands(of('c')),
    tasks: listsTasks(options),
  }
}

/** True where threads are listed: `-K`, but for `-K i`. */
export function listsTasks(options: readonly Option[]): boolean {
  const given = options.filter(({ letter }) => letter === 'K')
  return given.length > 0 && given.every(({ value }) => value === undefined)
}

function allOf(options: readonly Option[], letter: string): readonly (string | undefined)[] {
  return options.filter((option) => option.letter === letter).map(({ value }) => value)
}
