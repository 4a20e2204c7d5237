/** What lsof was asked for, as far as it concerns mapped files. */
export interface LsofOptions {
  /** `-p`: processes asked for, and those left out with `^`. */
  readonly pids: readonly number[]
  readonly excludedPids: readonly number[]
  /** `-a`: all selections must hold, not one of them. */
  readonly and: boolean
  /** `-d`: descriptors listed, or left out with `^`; undefined without it. */
  readonly descriptors?: { readonly names: ReadonlySet<string>; readonly exclude: boolean }
  /** `-F`: the letters, sorted out; undefined without it, the usual ones where none was named. */
  readonly fields?: ReadonlySet<string>
  /** `-F0`: NUL behind each field. */
  readonly nul: boolean
  /** `-J` and `-j`. */
  readonly json?: 'document' | 'lines'
  /** `+c`: the most columns of COMMAND; 9 where nobody says, 0 for as many as it takes. */
  readonly commandWidth: number
  /** `-w` (and `-t`) turn warnings and notes off. */
  readonly warnings: boolean
  /** `-l`: numbers of users, not their names. */
  readonly numericUsers: boolean
  /** `-R`, `-g`, `+L`, `-K`: the columns PPID, PGID, NLINK, and TID with TASKCMD. */
  readonly parents: boolean
  readonly groups: boolean
  readonly links: boolean
  readonly tasks: boolean
  /** `-s` and `-o`: sizes alone, or offsets alone. */
  readonly only?: 'size' | 'offset'
  /** `-H`: sizes for people (since 4.98.0). */
  readonly human: boolean
}
