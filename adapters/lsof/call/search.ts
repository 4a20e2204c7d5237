import type { ProcessFacts, Seen } from '../../../src/adapter.js'
import { asLsofReads } from '../format/as-lsof-reads.js'
import { isListed } from './listed.js'
import { usage } from './refuse.js'
import type { Selection } from './selection.js'

/** Looks for processes as lsof (`is_proc_excl` and `is_cmd_excl`, all versions) does, and keeps in mind what was found. */
export class Search {
  readonly #found: Set<string> = new Set()

  constructor(
    readonly asked: Selection,
    readonly version: string,
  ) {}

  /** True for a process whose files are listed. */
  selects(seen: Seen): boolean {
    const { asked } = this
    if (!isListed(seen, this.version)) return false
    const { process: told, statBefore } = seen.facts
    const process = asLsofReads({ pid: seen.pid, ...told }, this.version, statBefore)
    const { pids, groups, users } = asked
    if (users.excluded.some((user) => isOf(process, user))) return false
    if (groups.excluded.includes(process.pgid ?? -1) || pids.excluded.includes(seen.pid)) return false
    // Each of them is marked as found, also where another one is lacking.
    const group = this.#find('group', groups.included, (id) => id === process.pgid)
    const pid = this.#find('pid', pids.included, (id) => id === seen.pid)
    const user = this.#find('user', users.included, (one) => isOf(process, one))
    const threads = !asked.tasks || (seen.facts.tasks?.length ?? 0) > 1
    if (!(group && pid && user && threads)) return false
    const command = process.comm ?? new Uint8Array(0)
    if (asked.commands.some(({ excluded, matches }) => excluded && matches(command))) return false
    const found = this.#find('command', asked.commands, ({ excluded, matches }) => !excluded && matches(command))
    if (!found && asked.commands.some(({ excluded }) => !excluded)) return false
    if (asked.tasks) this.#found.add('tasks')
    return true
  }

  /** What was asked for and found nowhere, in the words of -V; a command to be left out counts as such, always. */
  missing(seen: readonly Seen[]): readonly string[] {
    const { pids, groups, users, commands, tasks } = this.asked
    const uidOf = (user: string): number | undefined => seen.find((one) => isUser(one, user))?.facts.process?.uid
    const unknown = [...users.included, ...users.excluded].find((user) => !isNumber(user) && uidOf(user) === undefined)
    if (unknown !== undefined) throw usage(`no process belongs to ${unknown}; -u can name a user by its number, too`)
    return [
      ...this.#lacking('command', commands).map(({ lack, text }) => `${lack}: ${text}`),
      ...this.#lacking('pid', pids.included).map((pid) => `process ID not located: ${pid}`),
      ...(tasks && !this.#found.has('tasks') ? ['no tasks located'] : []),
      ...this.#lacking('group', groups.included).map((group) => `process group ID not located: ${group}`),
      ...this.#lacking('user', users.included).map((user) =>
        isNumber(user)
          ? `user ID not located: ${Number(user)}`
          : `login name (UID ${uidOf(user)}) not located: ${user}`,
      ),
    ]
  }

  #lacking<T>(kind: string, list: readonly T[]): readonly T[] {
    return list.filter((_, at) => !this.#found.has(`${kind} ${at}`))
  }

  /** Marks those of a list that hold, of commands the first alone; true also for an empty list. */
  #find<T>(kind: string, list: readonly T[], holds: (one: T) => boolean): boolean {
    let found = false
    for (const [at, one] of list.entries()) {
      if (!holds(one)) continue
      this.#found.add(`${kind} ${at}`)
      found = true
      if (kind === 'command') break
    }
    return found || list.length === 0
  }
}

function isNumber(user: string): boolean {
  return /^\d+$/.test(user)
}

function isUser({ facts }: Seen, login: string): boolean {
  return facts.process?.user === login
}

function isOf({ uid, user }: ProcessFacts, named: string): boolean {
  return isNumber(named) ? uid === Number(named) : user === named
}
